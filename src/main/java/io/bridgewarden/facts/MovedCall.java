package io.bridgewarden.facts;

/**
 * A call that is moved to another media server.
 *
 * @param answered whether somebody has answered it
 */
public record MovedCall(boolean answered) {}
