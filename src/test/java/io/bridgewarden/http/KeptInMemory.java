package io.bridgewarden.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.store.Configuration;
import io.bridgewarden.store.EffectiveConfig;
import io.bridgewarden.store.acl.EntryBook;
import io.bridgewarden.store.acl.KeptEntry;
import io.bridgewarden.store.acl.KeptLists;
import io.bridgewarden.store.acl.KeptLists.Change;
import io.bridgewarden.store.acl.Lists;
import io.bridgewarden.store.acl.LookupSettings;
import io.bridgewarden.store.acl.NameBook;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Network lists of kept entries alone, in memory; no host has an address. */
final class KeptInMemory implements NetworkLists {
    static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");
    private static final EffectiveConfig CONFIG = Configuration.empty().effective(null, null);

    private final KeptLists lists = KeptLists.open(
            null,
            config -> CompletableFuture.completedFuture(new EntryBook()),
            new NameBook(
                    name -> CompletableFuture.failedFuture(new IllegalStateException(name)), InstantSource.fixed(NOW)),
            () -> LookupSettings.of(CONFIG),
            InstantSource.fixed(NOW));

    @Override
    public CompletionStage<?> collect(ObjectNode request) {
        return CompletableFuture.completedFuture(request);
    }

    @Override
    public CompletionStage<? extends Lists> lists(@Nullable String node) {
        return lists.of(CONFIG);
    }

    @Override
    public Optional<KeptEntry> entry(String list, String name) {
        return lists.find(list, name);
    }

    @Override
    public CompletionStage<Change> put(
            String list,
            String name,
            ObjectNode entry,
            String by,
            Predicate<Optional<KeptEntry>> condition,
            @Nullable String node) {
        return lists.put(list, name, entry, by, condition, CONFIG);
    }

    @Override
    public CompletionStage<KeptEntry> remove(
            String list, String name, Predicate<Optional<KeptEntry>> condition, @Nullable String node) {
        return lists.remove(list, name, condition, CONFIG);
    }

    @Override
    public void flush() {
        lists.flush();
    }
}
