package io.bridgewarden.facts;

/**
 * Configuration that limits rules read.
 *
 * @param limitLocalNumbers {@code authz_local_resources}, default false: whether calls to local numbers are limited
 * @param checkStanding {@code check_service_standing} of the document {@code jonny5}, default true: whether trunks are for
 *     accounts in good standing only
 */
public record LimitsSettings(
        @FromKey("authz_local_resources") boolean limitLocalNumbers, boolean checkStanding) {}
