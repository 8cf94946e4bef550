package io.bridgewarden.decisions.bridge;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.EndpointId;

/** An endpoint is dialled only if no device can be reached. */
public record FailoverLeg(EndpointId endpoint) implements Conclusion {}
