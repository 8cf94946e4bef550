package io.bridgewarden.decisions.registration;

import io.bridgewarden.facts.Conclusion;

/** The answer {@code number} is not used, since a better one came. */
public record Outranked(int number) implements Conclusion {}
