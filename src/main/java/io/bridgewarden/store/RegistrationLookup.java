package io.bridgewarden.store;

import io.bridgewarden.facts.Aor;
import io.bridgewarden.facts.Registration;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Looks registrations up within a deadline. Who does not answer in time, or fails, counts as knowing nobody, so that a
 * slow registrar costs no device its failover (reference, bridge 16 Q21). Safe to share between threads.
 */
public final class RegistrationLookup {
    private final RegistrationSource source;
    private final Duration deadline;

    public RegistrationLookup(RegistrationSource source, Duration deadline) {
        this.source = source;
        this.deadline = deadline;
    }

    /** Never fails; already complete if the source answers at once. */
    public CompletionStage<FoundRegistrations> find(Collection<Aor> addresses) {
        CompletableFuture<Map<Aor, List<Registration>>> asked;
        try {
            asked = source.find(addresses).toCompletableFuture();
        } catch (RuntimeException e) {
            asked = CompletableFuture.failedFuture(e);
        }
        CompletableFuture<FoundRegistrations> found = asked.handle((it, failure) ->
                failure == null ? new FoundRegistrations(it, true) : new FoundRegistrations(Map.of(), false));
        return found.isDone()
                ? found
                : found.completeOnTimeout(
                        new FoundRegistrations(Map.of(), false), deadline.toMillis(), TimeUnit.MILLISECONDS);
    }
}
