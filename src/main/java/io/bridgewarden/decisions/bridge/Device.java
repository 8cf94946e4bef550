package io.bridgewarden.decisions.bridge;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.EndpointId;

/** An endpoint counts as a device: while there is one, no failover is dialled. */
public record Device(EndpointId endpoint) implements Conclusion {}
