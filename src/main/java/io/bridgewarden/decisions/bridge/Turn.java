package io.bridgewarden.decisions.bridge;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.EndpointId;

/** An endpoint's turn has come: it is tried, or what stands in for it. */
public record Turn(EndpointId endpoint) implements Conclusion {}
