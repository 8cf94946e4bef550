package io.bridgewarden.store.acl;

import inet.ipaddr.IPAddress;
import java.util.List;

/**
 * What is known of a host name.
 *
 * @param addresses in ascending order, IPv4 first; IPv6 ones too
 */
public record HostAddresses(State state, List<IPAddress> addresses) {
    /** How it came to be known. */
    public enum State {
        /** The name was looked up, or was not long ago. */
        FOUND,
        /** The name was looked up, and not every question about it was answered: it may have more addresses. */
        PARTLY,
        /** The name could not be looked up now, and had these addresses the last time. */
        STALE,
        /** The name servers say that it has no address. */
        NONE,
        /** The name servers said nothing in time, and nothing is known from before. */
        UNANSWERED
    }

    static final HostAddresses NONE = new HostAddresses(State.NONE, List.of());
    static final HostAddresses UNANSWERED = new HostAddresses(State.UNANSWERED, List.of());

    public HostAddresses {
        // Whoever runs a name may let it stand for 0.0.0.0, which the switch takes for every address.
        addresses = addresses.stream()
                .filter(it -> !it.isZero())
                .distinct()
                .sorted()
                .toList();
    }

    boolean isStale() {
        return state == State.STALE;
    }
}
