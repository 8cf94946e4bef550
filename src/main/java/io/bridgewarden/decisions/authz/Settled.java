package io.bridgewarden.decisions.authz;

import io.bridgewarden.facts.Conclusion;

/** What an answer of the limits service, or its silence, comes to: {@code ALLOW} or {@code DENY}. */
public record Settled(Outcome outcome, String reason) implements Conclusion {}
