package io.bridgewarden.decisions.bridge;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.EndpointId;

/** An endpoint says what an earlier one of the request says already. */
public record Repeated(EndpointId endpoint) implements Conclusion {}
