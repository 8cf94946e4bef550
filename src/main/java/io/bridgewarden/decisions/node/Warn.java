package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;

/** Who configures the node should know of something. */
public record Warn(String code) implements Conclusion {}
