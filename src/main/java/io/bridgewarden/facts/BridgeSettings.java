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
        boolean failoverWhenAllUnreg, boolean useBypassMediaAfterBridge, long expiresDeviationTime) {}
