package io.bridgewarden.decisions.limits;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.Party;

/** A party's own refusal is let through, by its soft limit. */
public record Excused(Party party) implements Conclusion {}
