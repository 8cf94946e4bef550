package io.bridgewarden.decisions.balance;

import io.bridgewarden.facts.Conclusion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the next round is. */
public record NextRound(RoundStep step, @Nullable Instant at, String reason) implements Conclusion {}
