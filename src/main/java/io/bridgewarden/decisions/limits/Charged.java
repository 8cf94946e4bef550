package io.bridgewarden.decisions.limits;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.Party;

/** A party pays for the call by these means; the call is billed as {@code billing}. */
public record Charged(Party party, Means means, String billing) implements Conclusion {}
