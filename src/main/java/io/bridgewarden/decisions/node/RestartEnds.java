package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;
import java.time.Instant;

/** When the calls of a lost switch are given up. */
public record RestartEnds(String switchName, Instant at) implements Conclusion {}
