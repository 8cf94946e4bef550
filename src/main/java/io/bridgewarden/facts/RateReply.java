package io.bridgewarden.facts;

/**
 * The rate that was found for a call. There is none of it where the rating service has no rate or did not answer.
 *
 * @param updateCalleeId whether the caller is to be shown the price
 */
public record RateReply(boolean updateCalleeId) {}
