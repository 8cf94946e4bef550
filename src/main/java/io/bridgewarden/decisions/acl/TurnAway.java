package io.bridgewarden.decisions.acl;

import io.bridgewarden.facts.Conclusion;

/** What becomes of a request that no list has let in: {@code outcome} is refuse, fallback or challenge. */
public record TurnAway(Outcome outcome, String reason) implements Conclusion {}
