package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * The host of a header of a reported registration.
 *
 * @param header {@code To} or {@code From}
 * @param reported as reported; null if the report has none
 * @param stored of the stored registration; null if there is none
 */
public record ReportedHost(
        String header, @Nullable String reported, @Nullable String stored) {}
