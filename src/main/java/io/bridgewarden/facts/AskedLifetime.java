package io.bridgewarden.facts;

/**
 * How long a device asked to be registered.
 *
 * @param seconds 0 to be registered no longer
 */
public record AskedLifetime(long seconds) {}
