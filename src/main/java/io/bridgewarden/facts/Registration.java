package io.bridgewarden.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact that SIP REGISTER bound to an address of record.
 *
 * @param aor the address, its user and realm as the REGISTER spelled them
 * @param realm the realm as the REGISTER spelled it; {@code aor.realm()} is the same in lower case
 * @param contact the Contact header's value, as received
 * @param registeredAt when the last REGISTER came
 * @param expires lifetime asked for, seconds from {@code registeredAt}; 0 ends the binding at once
 * @param proxyPath SIP URI of the edge proxy the REGISTER came through, if any
 * @param proxyProtocol transport the device uses towards that proxy, such as {@code udp} or {@code wss}
 * @param zone zone of the registrar that told it; null for this service's own
 */
public record Registration(
        Aor aor,
        String realm,
        String contact,
        Instant registeredAt,
        long expires,
        @Nullable String proxyPath,
        @Nullable String proxyProtocol,
        @Nullable String zone) {

    /** First instant at which the binding lapses, without any allowance. */
    public Instant expiresAt() {
        return registeredAt.plusSeconds(expires);
    }
}
