package io.bridgewarden.facts;

/**
 * Configuration that bridge rules read.
 *
 * @param failoverWhenAllUnreg {@code failover_when_all_unreg}, default false
 * @param useBypassMediaAfterBridge {@code use_bypass_media_after_bridge}, default false
 * @param expiresDeviationTime {@code expires_deviation_time}, seconds that a registration holds past its expiry, default
 *     180
 */
public record BridgeSettings(
        @FromKey("failover_when_all_unreg") boolean failoverWhenAllUnreg,
        @FromKey("use_bypass_media_after_bridge") boolean useBypassMediaAfterBridge,
        @FromKey("expires_deviation_time") long expiresDeviationTime) {}
