package io.bridgewarden.decisions.balance;

import io.bridgewarden.facts.Conclusion;

/** A round begins so many milliseconds after the one before. */
public record Cycle(long millis) implements Conclusion {}
