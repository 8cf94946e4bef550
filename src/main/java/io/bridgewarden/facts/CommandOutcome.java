package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * What became of a command that was run on a switch.
 *
 * @param position the order it was run in, from 0
 * @param argument empty for none
 * @param answered whether the switch answered in time
 * @param error what it says went wrong, without {@code -ERR}; null if nothing did
 */
public record CommandOutcome(
        String switchName,
        int position,
        String command,
        String argument,
        boolean answered,
        @Nullable String error) {}
