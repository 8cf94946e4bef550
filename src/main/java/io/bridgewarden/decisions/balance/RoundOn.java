package io.bridgewarden.decisions.balance;

import io.bridgewarden.facts.Conclusion;

/** A round is at work, or begins now. */
public record RoundOn() implements Conclusion {}
