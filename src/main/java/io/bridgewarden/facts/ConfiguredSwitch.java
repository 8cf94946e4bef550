package io.bridgewarden.facts;

/**
 * A switch that {@code fs_nodes} names.
 *
 * @param position its place in the list, from 0
 * @param ownCookie whether the list has a cookie for it; the cookie itself is a secret and no fact
 */
@FromKey("fs_nodes")
public record ConfiguredSwitch(int position, String name, boolean ownCookie) {}
