package io.bridgewarden.decisions.limits;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.Party;

/** A party carries the call. */
public record Agreed(Party party) implements Conclusion {}
