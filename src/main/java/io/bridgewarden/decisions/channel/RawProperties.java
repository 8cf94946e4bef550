package io.bridgewarden.decisions.channel;

import io.bridgewarden.facts.Conclusion;

/** A published event carries everything the switch said. */
public record RawProperties(int position) implements Conclusion {}
