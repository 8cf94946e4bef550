package io.bridgewarden.facts;

/**
 * Configuration that says how media is played.
 *
 * @param useVlc {@code use_vlc}, default false
 * @param useShout {@code use_shout}, default false
 * @param useHttpCache {@code use_http_cache}, default true
 */
public record MediaSettings(
        @FromKey("use_vlc") boolean useVlc,
        @FromKey("use_shout") boolean useShout,
        @FromKey("use_http_cache") boolean useHttpCache) {}
