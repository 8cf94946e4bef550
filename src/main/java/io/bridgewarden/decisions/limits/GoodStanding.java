package io.bridgewarden.decisions.limits;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.Party;

/** A party may use trunks as far as its bills go. */
public record GoodStanding(Party party) implements Conclusion {}
