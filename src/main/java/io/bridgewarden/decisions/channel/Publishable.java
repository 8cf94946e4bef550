package io.bridgewarden.decisions.channel;

import io.bridgewarden.facts.Conclusion;

/** Neither an event nor its switch keeps it from being published. */
public record Publishable(int position) implements Conclusion {}
