package io.bridgewarden.facts;

import java.time.Instant;

/**
 * The instant a decision is made for; the only clock that rules have.
 *
 * @param instant the request's {@code now}, else the service's clock
 */
public record DecidedAt(Instant instant) {}
