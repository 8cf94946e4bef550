package io.bridgewarden.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who goes round the accounts whose calls are billed by the minute.
 *
 * @param startedAt when the service was started; null if that is not known
 * @param lastRoundAt when the latest round began; null if there was none
 * @param roundRunning whether that round is still at work
 */
public record Crawler(@Nullable Instant startedAt, @Nullable Instant lastRoundAt, boolean roundRunning) {}
