package io.bridgewarden.facts;

/**
 * Whether trunks carry calls to the number that is called.
 *
 * @param whitelisted it is on the white list
 * @param blacklisted it is on the black list
 */
public record TrunkNumber(boolean whitelisted, boolean blacklisted) {}
