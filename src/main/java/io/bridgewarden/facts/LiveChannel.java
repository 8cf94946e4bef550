package io.bridgewarden.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel that is up.
 *
 * @param position its place in the request, from 0
 * @param startedAt when it was created; null if that is not known
 * @param handledHere whether this node is in charge of it
 */
public record LiveChannel(
        int position, String channel, @Nullable Instant startedAt, boolean handledHere) {}
