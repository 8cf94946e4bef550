package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * A call that has a controller here.
 *
 * @param position its place in the request, from 0
 * @param exists whether its switch still has the call; null if nobody has looked
 */
public record ControlledCall(
        int position,
        String call,
        String switchName,
        @Nullable Boolean exists) {}
