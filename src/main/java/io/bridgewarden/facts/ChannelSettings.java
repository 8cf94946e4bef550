package io.bridgewarden.facts;

/**
 * Configuration that rules about channels read; see {@link StatePublishing} for what switches have sections for.
 *
 * @param maxUptime {@code max_channel_uptime_s}, seconds, default 0
 * @param cleanupInterval {@code max_channel_cleanup_timeout_ms}, milliseconds, default 60000
 * @param restrictPublisher {@code restrict_channel_state_publisher}, default false
 * @param publishReconnect {@code publish_channel_reconnect}, default false
 * @param debug {@code debug_channel}, default false
 */
public record ChannelSettings(
        @FromKey("max_channel_uptime_s") long maxUptime,
        @FromKey("max_channel_cleanup_timeout_ms") long cleanupInterval,
        @FromKey("restrict_channel_state_publisher") boolean restrictPublisher,
        @FromKey("publish_channel_reconnect") boolean publishReconnect,
        @FromKey("debug_channel") boolean debug) {}
