package io.bridgewarden.facts;

import java.time.Instant;

/**
 * Channels are looked at, to find those that have lived for too long.
 *
 * @param at the decision instant
 */
public record CleanupRound(Instant at) {}
