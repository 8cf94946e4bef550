package io.bridgewarden.decisions.limits;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.Party;

/** A party has more calls than it may, by the hard limit of that name. */
public record Exceeded(Party party, String limit) implements Conclusion {}
