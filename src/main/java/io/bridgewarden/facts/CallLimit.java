package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * How many calls a party may have at once, and has. The call in question is usually among those in use.
 *
 * @param name {@code calls}, {@code resource_consuming_calls} or {@code inbound_channels_per_did_rules}
 * @param numbers regular expression of the numbers it counts; null if it counts them all
 * @param limit calls, for a number channels; 0 none, -1 any number
 * @param used what counts now
 */
public record CallLimit(Party party, String name, @Nullable String numbers, long limit, long used) {
    public static final String CALLS = "calls";
    public static final String RESOURCE_CONSUMING_CALLS = "resource_consuming_calls";
    public static final String PER_NUMBER = "inbound_channels_per_did_rules";
}
