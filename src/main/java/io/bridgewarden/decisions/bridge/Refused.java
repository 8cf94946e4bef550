package io.bridgewarden.decisions.bridge;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.EndpointId;

/** An endpoint is not considered at all, for {@code reason}. */
public record Refused(EndpointId endpoint, String reason) implements Conclusion {}
