package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;

/** A switch belongs to this node: it is configured, or was connected once. */
public record Ours(String switchName) implements Conclusion {}
