package io.bridgewarden.facts;

/**
 * Configuration that bears on routing.
 *
 * @param context {@code freeswitch_context}: by default {@code context_2}
 * @param fetchTimeout {@code fetch_timeout}, in milliseconds: by default 2600
 * @param detectsInbandDtmf {@code should_detect_inband_dtmf}: by default false
 * @param defaultRingback {@code default_ringback}: by default {@code %(2000,4000,440,480)}
 * @param authorizes {@code authz_enabled}: by default false
 */
public record RouteSettings(
        @FromKey("freeswitch_context") String context,
        @FromKey("fetch_timeout") long fetchTimeout,
        @FromKey("should_detect_inband_dtmf") boolean detectsInbandDtmf,
        @FromKey("default_ringback") String defaultRingback,
        @FromKey("authz_enabled") boolean authorizes) {}
