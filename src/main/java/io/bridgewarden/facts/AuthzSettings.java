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
        @FromKey("authz_enabled") boolean enabled,
        @FromKey("authz_dry_run") boolean dryRun,
        @FromKey("authz_default_action") String defaultAction,
        @FromKey("authz_local_resources") boolean localResources,
        @FromKey("inbound_rate_required") boolean inboundRateRequired,
        @FromKey("outbound_rate_required") boolean outboundRateRequired) {}
