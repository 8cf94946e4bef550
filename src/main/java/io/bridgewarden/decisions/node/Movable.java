package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;

/** Whether a channel may be moved. */
public record Movable(int position, boolean allowed, String reason) implements Conclusion {}
