package io.bridgewarden.store.acl;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.facts.Origin;
import io.bridgewarden.store.EffectiveConfig;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The lists that {@code acls} of the configuration makes. Each object of entries is loaded once, aside from the thread
 * that asks; host names are looked up again when their answers lapse, and change their own entries. Safe to share
 * between threads.
 */
public final class ConfiguredLists implements StandingLists, AutoCloseable {
    private static final Duration RETRY = Duration.ofSeconds(1);
    // Up to so many entries are read within the time that handing them to a thread takes.
    private static final int AT_ONCE = 100;
    private static final String KEY = "acls";
    private static final String POINTER = "#/acls";

    private final NameBook names;
    private final InstantSource clock;
    private final ScheduledThreadPoolExecutor thread;
    private final List<Loaded> loaded = new ArrayList<>();

    public ConfiguredLists(NameBook names, InstantSource clock) {
        this.names = names;
        this.clock = clock;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "network-lists");
            thread.setDaemon(true);
            return thread;
        });
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    // Whoever configures the entries holds them; when nobody does any more, these lists go too.
    private record Loaded(WeakReference<JsonNode> acls, CompletableFuture<EntryBook> book) {
        boolean isOf(JsonNode other) {
            return acls.refersTo(other);
        }
    }

    @Override
    public CompletionStage<EntryBook> of(EffectiveConfig config) {
        EffectiveConfig.Setting setting = config.setting(KEY);
        JsonNode acls = setting.value();
        synchronized (loaded) {
            for (Loaded it : loaded) {
                if (it.isOf(acls)) {
                    return it.book();
                }
            }
            loaded.removeIf(it -> it.acls().get() == null);
            WeakReference<JsonNode> held = new WeakReference<>(acls);
            CompletableFuture<EntryBook> book = load(acls, held, setting.section(), LookupSettings.of(config));
            loaded.add(new Loaded(held, book));
            return book;
        }
    }

    private CompletableFuture<EntryBook> load(
            JsonNode acls, WeakReference<JsonNode> held, @Nullable String section, LookupSettings settings) {
        CompletableFuture<EntryCollector> read = acls.size() > AT_ONCE
                ? CompletableFuture.supplyAsync(() -> collector(acls, section), thread)
                : CompletableFuture.completedFuture(collector(acls, section));
        return read.thenCompose(collector -> {
            Set<String> hosts = collector.hosts();
            if (hosts.isEmpty()) {
                return CompletableFuture.completedFuture(collector.book(Map.of()));
            }
            return names.find(hosts, settings.limit()).thenApply(looked -> {
                EntryBook book = collector.book(looked);
                follow(new Followed(held, collector.named(), book, hosts, settings), looked);
                return book;
            });
        });
    }

    /** Loads the lists anew when they are asked next, and looks their host names up. */
    public void flush() {
        synchronized (loaded) {
            loaded.clear();
        }
    }

    private boolean isLoaded(Followed followed) {
        synchronized (loaded) {
            return loaded.stream().anyMatch(it -> it.acls() == followed.held());
        }
    }

    private static EntryCollector collector(JsonNode acls, @Nullable String section) {
        return new EntryCollector().configured(acls, POINTER, Origin.configured(section));
    }

    private record Followed(
            WeakReference<JsonNode> held,
            EntryCollector.Named entries,
            EntryBook book,
            Set<String> hosts,
            LookupSettings settings) {}

    private void follow(Followed followed, Map<String, HostAddresses> looked) {
        Instant until = names.until(followed.hosts());
        Duration wait = until == null ? RETRY : Duration.between(clock.instant(), until);
        wait = wait.compareTo(RETRY) < 0 ? RETRY : wait;
        try {
            ScheduledFuture<?> unused =
                    thread.schedule(() -> refresh(followed, looked), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // Closed meanwhile: nobody is left to ask these lists.
        }
    }

    private void refresh(Followed followed, Map<String, HostAddresses> before) {
        if (followed.held().get() == null || !isLoaded(followed)) {
            return;
        }
        names.find(followed.hosts(), followed.settings().limit())
                .thenAcceptAsync(
                        now -> {
                            Set<String> changed = new TreeSet<>(followed.hosts());
                            changed.removeIf(host -> Objects.equals(before.get(host), now.get(host)));
                            followed.entries().update(followed.book(), changed, now);
                            follow(followed, now);
                        },
                        thread);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
