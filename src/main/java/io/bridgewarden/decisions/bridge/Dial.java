package io.bridgewarden.decisions.bridge;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.EndpointId;

/** An endpoint is dialled, for {@code reason}. */
public record Dial(EndpointId endpoint, String reason) implements Conclusion {}
