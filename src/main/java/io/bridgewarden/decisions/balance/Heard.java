package io.bridgewarden.decisions.balance;

import io.bridgewarden.facts.Conclusion;

/** The limits service has answered in time. */
public record Heard() implements Conclusion {}
