package io.bridgewarden.decisions.limits;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.Party;

/** A party is asked whether it can afford the call. */
public record Asked(Party party) implements Conclusion {}
