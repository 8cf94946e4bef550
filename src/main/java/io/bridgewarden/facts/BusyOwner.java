package io.bridgewarden.facts;

/**
 * Somebody who has a channel up.
 *
 * @param id Owner-ID of that channel
 */
public record BusyOwner(String id) {}
