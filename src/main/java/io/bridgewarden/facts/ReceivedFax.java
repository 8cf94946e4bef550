package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * A fax that is received.
 *
 * @param callId id of the call that brings it, never empty
 * @param localFilename file that the request names; null if it names none
 */
public record ReceivedFax(String callId, @Nullable String localFilename) {}
