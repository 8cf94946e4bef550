package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;
import java.time.Instant;

/** When the records of a lost switch are given up. */
public record GraceEnds(String switchName, Instant at) implements Conclusion {}
