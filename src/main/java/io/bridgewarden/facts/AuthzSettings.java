package io.bridgewarden.facts;

/**
 * Configuration that authorization rules read.
 *
 * @param enabled {@code authz_enabled}, default false
 * @param dryRun {@code authz_dry_run}, default false
 * @param defaultAction {@code authz_default_action}, default {@code deny}; any other text allows
 * @param localResources {@code authz_local_resources}, default false
 * @param inboundRateRequired {@code inbound_rate_required}, default false
 * @param outboundRateRequired {@code outbound_rate_required}, default false
 */
public record AuthzSettings(
        boolean enabled,
        boolean dryRun,
        String defaultAction,
        boolean localResources,
        boolean inboundRateRequired,
        boolean outboundRateRequired) {}
