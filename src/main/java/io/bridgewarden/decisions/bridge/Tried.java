package io.bridgewarden.decisions.bridge;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.EndpointId;

/** An endpoint is tried: it is dialled if it can be reached. */
public record Tried(EndpointId endpoint) implements Conclusion {}
