package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * What the applications said that were asked for a route.
 *
 * @param method what is to be done, {@code bridge}, {@code park} or {@code error}; null if that is not said
 * @param error code and text of an error, {@code 404 Not found}; null if there is no code
 * @param ringback what the caller is to hear while somebody rings, as the switch plays it; null for what is configured
 * @param transferRingback the same while a call is transferred
 */
public record RouteAnswer(
        Arrival arrival,
        @Nullable String method,
        @Nullable String error,
        @Nullable String ringback,
        @Nullable String transferRingback) {
    /** Whether there is an answer. */
    public enum Arrival {
        /** Not yet: they are still to be asked. */
        AWAITED,
        /** None came in time. */
        MISSING,
        /** This is it. */
        THERE
    }

    /** Without an answer. */
    public RouteAnswer(Arrival arrival) {
        this(arrival, null, null, null, null);
    }
}
