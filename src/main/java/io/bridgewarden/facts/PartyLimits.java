package io.bridgewarden.facts;

/**
 * What holds for a party whatever is in use.
 *
 * @param enabled whether it is limited at all
 * @param softLimitInbound whether a refusal of its own is let through for inbound calls
 * @param softLimitOutbound likewise for outbound calls
 * @param goodStanding whether its bills are paid
 */
public record PartyLimits(
        Party party, boolean enabled, boolean softLimitInbound, boolean softLimitOutbound, boolean goodStanding) {}
