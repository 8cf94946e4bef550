package io.bridgewarden.store.acl;

import io.bridgewarden.store.acl.HostAddresses.State;
import io.bridgewarden.store.acl.NameResolver.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is known of host names. A name is asked for once at a time, whoever wants it; an answer that comes too late for
 * one serves the next. Safe to share between threads; blocks none.
 */
public final class NameBook implements HostLookup {
    /** How long the last good addresses of a name serve that cannot be looked up (RFC 8767, section 5). */
    static final Duration LONGEST_STALE = Duration.ofDays(1);

    private static final Duration SHORTEST_VALID = Duration.ofSeconds(1);
    private static final Duration LONGEST_VALID = Duration.ofHours(1);
    private static final int MOST_NAMES = 100_000;

    private final NameResolver resolver;
    private final InstantSource clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<HostAddresses>> asked = new ConcurrentHashMap<>();

    private record Known(HostAddresses addresses, Instant until) {}

    public NameBook(NameResolver resolver, InstantSource clock) {
        this.resolver = resolver;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Map<String, HostAddresses>> find(Collection<String> names, Duration limit) {
        Map<String, CompletableFuture<HostAddresses>> found = new TreeMap<>();
        for (String name : names) {
            found.computeIfAbsent(name, it -> find(it, limit));
        }
        return CompletableFuture.allOf(found.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    Map<String, HostAddresses> addresses = new TreeMap<>();
                    found.forEach((name, it) -> addresses.put(name, it.join()));
                    return addresses;
                });
    }

    private CompletableFuture<HostAddresses> find(String name, Duration limit) {
        Known there = known.get(name);
        if (there != null && clock.instant().isBefore(there.until())) {
            return CompletableFuture.completedFuture(there.addresses());
        }
        CompletableFuture<HostAddresses> answer = ask(name);
        if (limit.isNegative() || limit.isZero()) {
            return CompletableFuture.completedFuture(answer.getNow(lastKnown(name)));
        }
        return answer.copy()
                .completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(it -> it == null ? lastKnown(name) : it);
    }

    private CompletableFuture<HostAddresses> ask(String name) {
        CompletableFuture<HostAddresses> mine = new CompletableFuture<>();
        CompletableFuture<HostAddresses> running = asked.putIfAbsent(name, mine);
        if (running != null) {
            return running;
        }
        CompletionStage<Answer> answer;
        try {
            answer = resolver.resolve(name);
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        answer.whenComplete((it, failure) -> {
            HostAddresses now = it == null ? lastKnown(name) : keep(name, it);
            asked.remove(name, mine);
            mine.complete(now);
        });
        return mine;
    }

    private HostAddresses keep(String name, Answer answer) {
        HostAddresses found = new HostAddresses(answer.whole() ? State.FOUND : State.PARTLY, answer.addresses());
        found = found.addresses().isEmpty() ? HostAddresses.NONE : found;
        Duration validFor = answer.validFor();
        validFor = validFor.compareTo(SHORTEST_VALID) < 0 ? SHORTEST_VALID : validFor;
        validFor = validFor.compareTo(LONGEST_VALID) > 0 ? LONGEST_VALID : validFor;
        if (known.size() >= MOST_NAMES) {
            forget();
        }
        known.put(name, new Known(found, clock.instant().plus(validFor)));
        return found;
    }

    private void forget() {
        Instant now = clock.instant();
        known.values().removeIf(it -> !now.isBefore(it.until()));
        if (known.size() >= MOST_NAMES) {
            known.clear();
        }
    }

    /** Has every name looked up when it is wanted next; what is known of it serves until it is answered. */
    public void lapse() {
        Instant now = clock.instant();
        known.replaceAll((name, it) -> now.isBefore(it.until()) ? new Known(it.addresses(), now) : it);
    }

    private HostAddresses lastKnown(String name) {
        Known there = known.get(name);
        if (there == null || there.addresses().addresses().isEmpty()) {
            return HostAddresses.UNANSWERED;
        }
        Instant now = clock.instant();
        if (now.isBefore(there.until())) {
            return there.addresses();
        }
        return now.isBefore(there.until().plus(LONGEST_STALE))
                ? new HostAddresses(State.STALE, there.addresses().addresses())
                : HostAddresses.UNANSWERED;
    }

    /** When the first of these names is to be looked up again; null if one of them is not known. */
    @Nullable
    Instant until(Collection<String> names) {
        Instant first = Instant.MAX;
        for (String name : names) {
            Known there = known.get(name);
            if (there == null) {
                return null;
            }
            first = there.until().isBefore(first) ? there.until() : first;
        }
        return first;
    }
}
