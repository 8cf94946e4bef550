package io.bridgewarden.decisions.limits;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.Party;

/** A party could pay for the call by these means; the call would be billed as {@code billing}. */
public record Affordable(Party party, Means means, String billing) implements Conclusion {}
