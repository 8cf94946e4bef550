package io.bridgewarden.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The question to the limits service which accounts can still pay.
 *
 * @param askedAt when it was asked; null if it was not
 * @param answeredAt when it was answered; null if it was not
 */
public record Inquiry(@Nullable Instant askedAt, @Nullable Instant answeredAt) {}
