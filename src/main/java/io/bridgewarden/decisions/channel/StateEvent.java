package io.bridgewarden.decisions.channel;

import io.bridgewarden.facts.Conclusion;

/** An event tells of the state of a channel. */
public record StateEvent(int position) implements Conclusion {}
