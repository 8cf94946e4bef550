package io.bridgewarden.facts;

/**
 * The node that asks.
 *
 * @param name {@code ecallmgr@apps1.acme.example}
 */
public record OwnNode(String name) {}
