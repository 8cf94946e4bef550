package io.bridgewarden.decisions.bridge;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.EndpointId;

/** An endpoint can be dialled as things stand, for {@code reason}. */
public record Reachable(EndpointId endpoint, String reason) implements Conclusion {}
