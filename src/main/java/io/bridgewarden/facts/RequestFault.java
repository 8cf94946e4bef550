package io.bridgewarden.facts;

/**
 * A member of a whole request that holds what it cannot.
 *
 * @param member its name
 * @param expected what it takes
 */
public record RequestFault(String member, String expected) {}
