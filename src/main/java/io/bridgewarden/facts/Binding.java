package io.bridgewarden.facts;

import java.time.Instant;

/**
 * A registration found for an address that an endpoint of the request names.
 *
 * @param id number within the request, from 0, in the order registrars told of them
 * @param address the address as the endpoint spells it
 * @param local whether this service's own registrar, or the caller's, knows it
 * @param registeredAt when the last REGISTER came
 * @param expires lifetime asked for, seconds; 0 ends the binding at once
 * @param expiresAt when it lapses, without any allowance
 * @param dialable whether its contact is one SIP address that can stand in a dial string
 */
public record Binding(
        int id, Aor address, boolean local, Instant registeredAt, long expires, Instant expiresAt, boolean dialable) {}
