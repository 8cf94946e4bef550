package io.bridgewarden.decisions.channel;

import io.bridgewarden.facts.Conclusion;

/** Whether a channel has lived for too long and is hung up. */
public record Age(int position, boolean over, String reason) implements Conclusion {}
