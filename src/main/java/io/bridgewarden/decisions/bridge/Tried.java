package io.bridgewarden.decisions.bridge;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.EndpointId;

/** An endpoint's turn has come: it is dialled if it can be reached. */
public record Tried(EndpointId endpoint) implements Conclusion {}
