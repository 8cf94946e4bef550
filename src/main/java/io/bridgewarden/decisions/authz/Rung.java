package io.bridgewarden.decisions.authz;

import io.bridgewarden.facts.Conclusion;

/**
 * A row of the ladder applies. The one with the smallest {@code row} decides; shipped rows are numbered in tens (reference,
 * authz 2, times ten), so that others fit between.
 */
public record Rung(int row, Outcome outcome, String reason) implements Conclusion {}
