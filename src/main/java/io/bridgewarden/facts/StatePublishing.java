package io.bridgewarden.facts;

/**
 * Configuration of one switch, read from its own section.
 *
 * @param on {@code publish_channel_state}, default true
 */
@FromKey("publish_channel_state")
public record StatePublishing(String switchName, boolean on) {}
