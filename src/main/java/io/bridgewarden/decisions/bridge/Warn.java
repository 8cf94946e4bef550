package io.bridgewarden.decisions.bridge;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.EndpointId;

/** Something about an endpoint deserves its author's attention; {@code code} says what. */
public record Warn(EndpointId endpoint, String code) implements Conclusion {}
