package io.bridgewarden.facts;

/**
 * Configuration that says how media is played.
 *
 * @param useVlc {@code use_vlc}, default false
 * @param useShout {@code use_shout}, default false
 * @param useHttpCache {@code use_http_cache}, default true
 */
public record MediaSettings(boolean useVlc, boolean useShout, boolean useHttpCache) {}
