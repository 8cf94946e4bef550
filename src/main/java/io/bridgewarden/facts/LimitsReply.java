package io.bridgewarden.facts;

/**
 * What the limits service answered. There is none of it where no answer came, or one that cannot be read.
 *
 * @param authorized whether the account, and its reseller, can carry the call
 * @param softLimit whether a refusal is only to be noted
 */
public record LimitsReply(boolean authorized, boolean softLimit) {}
