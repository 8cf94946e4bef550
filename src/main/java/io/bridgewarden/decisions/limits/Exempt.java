package io.bridgewarden.decisions.limits;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.Party;

/** A party is not limited for this call, for {@code reason}; nothing takes that back. */
public record Exempt(Party party, String reason) implements Conclusion {}
