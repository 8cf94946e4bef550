package io.bridgewarden.decisions.bridge;

import io.bridgewarden.facts.Conclusion;

/** Legs are joined with this separator of dial strings. */
public record JoinWith(String separator) implements Conclusion {}
