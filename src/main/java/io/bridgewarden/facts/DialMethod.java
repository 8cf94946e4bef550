package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * How the legs of a request are to ring.
 *
 * @param method {@code simultaneous}, {@code single}, or null where the request says neither
 * @param endpoints how many endpoints the request lists, before any is dropped
 */
public record DialMethod(@Nullable String method, int endpoints) {}
