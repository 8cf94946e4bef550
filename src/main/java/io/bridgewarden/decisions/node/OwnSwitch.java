package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;

/** A switch is tried because it is on this node's own host. */
public record OwnSwitch(String switchName) implements Conclusion {}
