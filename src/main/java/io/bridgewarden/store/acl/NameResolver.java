package io.bridgewarden.store.acl;

import inet.ipaddr.IPAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Looks up host names. Implementations are safe to share between threads and block none. */
public interface NameResolver {
    /**
     * What name servers answered.
     *
     * @param addresses of both families; empty if they say that there is none
     * @param whole whether every question got its answer; otherwise there may be more addresses
     * @param validFor how long they say it may be relied upon
     */
    record Answer(List<IPAddress> addresses, boolean whole, Duration validFor) {
        public Answer {
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * Looks a name up: the addresses of the hosts that its SIP service record names, else its own.
     *
     * @return completes exceptionally if no name server answers
     */
    CompletionStage<Answer> resolve(String name);
}
