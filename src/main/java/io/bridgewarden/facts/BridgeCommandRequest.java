package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * The frame of a whole bridge request, where one was posted instead of a list of endpoints.
 *
 * @param media Media as given: {@code process}, {@code bypass} or neither
 * @param profile SIP profile the request names, or {@code sipinterface_1}
 * @param callerProfile SIP profile of the caller's channel, or {@code sipinterface_1}
 */
public record BridgeCommandRequest(@Nullable String media, String profile, String callerProfile) {}
