package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * Media that is to be played. There is none where nothing is named.
 *
 * @param name as given, never empty: an address, something the switch knows, or a name to look up
 * @param scheme what stands before {@code ://} in the name; empty if nothing does
 * @param foundAt where a lookup found it; null if it found nothing, or there was none
 */
public record MediaName(
        String name, String scheme, @Nullable String foundAt) {}
