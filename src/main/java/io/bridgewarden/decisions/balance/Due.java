package io.bridgewarden.decisions.balance;

import io.bridgewarden.facts.Conclusion;
import java.time.Instant;

/** A round is due from an instant on. */
public record Due(Instant at, String reason) implements Conclusion {}
