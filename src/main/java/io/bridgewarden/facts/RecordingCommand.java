package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * A command to record. What it leaves open is null.
 *
 * @param action {@code message} to record a message, {@code start}, {@code stop}, {@code mask} or {@code unmask} for the
 *     recording of a call
 * @param timeLimit seconds; of a call in decimal, of a message as given
 * @param silenceThreshold energy below which a message counts as silent, as given
 * @param silenceHits how long silence ends a message, as given
 * @param sampleRate Hz, in decimal
 * @param stereo {@code true} or {@code false}
 * @param followTransfer {@code true} or {@code false}
 * @param minimumSeconds shortest call recording that is kept, as given
 * @param terminators keys that end the recording, run together
 */
public record RecordingCommand(
        String action,
        @Nullable String timeLimit,
        @Nullable String silenceThreshold,
        @Nullable String silenceHits,
        @Nullable String sampleRate,
        @Nullable String stereo,
        @Nullable String followTransfer,
        @Nullable String minimumSeconds,
        @Nullable String terminators) {}
