package io.bridgewarden.decisions.balance;

import io.bridgewarden.facts.Conclusion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is done about an account. {@code at}: until when an answer about it counts. */
public record Treated(
        String account, AccountStep step, @Nullable Instant at, String reason) implements Conclusion {}
