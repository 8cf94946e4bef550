package io.bridgewarden.decisions.channel;

import io.bridgewarden.facts.Conclusion;

/** Whether an event of a channel is made known to other applications. */
public record Publication(int position, boolean published, String reason) implements Conclusion {}
