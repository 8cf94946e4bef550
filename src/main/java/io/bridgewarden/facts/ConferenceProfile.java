package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * The profile of a conference on a switch.
 *
 * @param position its place in the request, from 0
 * @param ttsEngine what speaks in it, {@code flite}; null for nothing
 */
public record ConferenceProfile(
        int position, String switchName, @Nullable String ttsEngine) {}
