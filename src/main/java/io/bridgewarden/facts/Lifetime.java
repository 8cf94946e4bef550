package io.bridgewarden.facts;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a registration holds.
 *
 * @param registeredAt when the last REGISTER came
 * @param expires seconds from then; 0 ends the binding at once, without any allowance
 */
public record Lifetime(Instant registeredAt, long expires) {
    /**
     * The lifetime of which only the end is known. One that has ended is not one that was ended: what is allowed after
     * expiry is allowed after it, so its length is never 0.
     *
     * @param expiresAt when it ends, which it does exactly then
     * @param registeredAt about when it began, to a second
     */
    public static Lifetime until(Instant expiresAt, Instant registeredAt) {
        long expires = Math.max(
                1,
                Duration.between(registeredAt, expiresAt).plusNanos(999_999_999).toSeconds());
        return new Lifetime(expiresAt.minusSeconds(expires), expires);
    }
}
