package io.bridgewarden.decisions.bridge;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.EndpointId;

/** A failover leads where a later one of the request leads too. */
public record SpareFailover(EndpointId endpoint) implements Conclusion {}
