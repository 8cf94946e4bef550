package io.bridgewarden.rules;

import java.time.Instant;

/**
 * Rules that are or were in force, and are kept.
 *
 * @param revision {@code sha256:} and the digest of their files
 * @param rules how many there are
 * @param since when they were put in force last
 * @param inForce whether decisions are made by them
 */
public record Revision(String revision, int rules, Instant since, boolean inForce) {}
