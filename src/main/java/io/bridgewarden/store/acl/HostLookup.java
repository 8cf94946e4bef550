package io.bridgewarden.store.acl;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Says what host names stand for. Implementations are safe to share between threads and block none. */
public interface HostLookup {
    /**
     * Looks names up, all at once.
     *
     * @param limit how long each is waited for; none at all if it is not positive
     * @return each name with what is known of it then; never completes exceptionally
     */
    CompletionStage<Map<String, HostAddresses>> find(Collection<String> names, Duration limit);
}
