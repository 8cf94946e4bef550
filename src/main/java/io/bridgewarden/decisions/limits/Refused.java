package io.bridgewarden.decisions.limits;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.Party;

/** A party does not carry the call, for {@code reason}. */
public record Refused(Party party, String reason) implements Conclusion {}
