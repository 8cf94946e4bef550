package io.bridgewarden.facts;

/**
 * A network list there is.
 *
 * @param name case and all
 * @param allows what holds for addresses that none of its entries covers
 */
@FromKey("acls")
public record KnownList(String name, boolean allows) {}
