package io.bridgewarden.decisions.bridge;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.EndpointId;

/** An endpoint is not dialled, for {@code reason}. */
public record Omit(EndpointId endpoint, String reason) implements Conclusion {}
