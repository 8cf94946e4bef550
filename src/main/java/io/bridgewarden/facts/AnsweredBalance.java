package io.bridgewarden.facts;

/**
 * What the limits service says of an account.
 *
 * @param affords whether it can pay for its running calls
 */
public record AnsweredBalance(String account, boolean affords) {}
