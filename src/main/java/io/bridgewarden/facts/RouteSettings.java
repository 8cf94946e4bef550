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
        String context, long fetchTimeout, boolean detectsInbandDtmf, String defaultRingback, boolean authorizes) {}
