package io.bridgewarden.store.acl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.facts.Origin;
import io.bridgewarden.store.EffectiveConfig;
import io.bridgewarden.store.StoreException;
import io.bridgewarden.store.StoreFile;
import io.bridgewarden.store.WritingThread;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Entries that are put into lists one by one, kept on disk for a restart, and the lists they make together with the
 * configured ones. An entry hides the configured one of its name in its list, and is listed before all configured ones.
 *
 * <p>Nothing here blocks but opening and closing. A change is answered once it is on disk and in the lists; one entry
 * touches its own blocks and no others. Safe to share between threads.
 */
public final class KeptLists implements StandingLists, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptLists.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int MAX_WAITING = 1_000;
    // More entries than a configuration can have, so that these are listed before them.
    private static final long BEFORE_CONFIGURED = 1L << 40;

    private final StandingLists configured;
    private final NameBook names;
    private final Supplier<LookupSettings> settings;
    private final InstantSource clock;
    private final @Nullable StoreFile file;
    private final ThreadPoolExecutor thread;
    private final Map<Key, Held> held = new ConcurrentHashMap<>();
    private final Map<String, EntryBook> books = new ConcurrentHashMap<>();
    private final Set<Key> inForce = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();
    private long nextOrder;
    private long lookups;

    private record Key(String list, String name) {
        String text() {
            return list + '\n' + name;
        }
    }

    private record Held(KeptEntry entry, EntryDraft draft) {}

    /**
     * A change that was made.
     *
     * @param notices what to know about the entry as it is kept and as it holds
     */
    public record Change(KeptEntry entry, List<Notice> notices) {
        public Change {
            notices = List.copyOf(notices);
        }
    }

    private KeptLists(
            @Nullable StoreFile file,
            StandingLists configured,
            NameBook names,
            Supplier<LookupSettings> settings,
            InstantSource clock) {
        this.file = file;
        this.configured = configured;
        this.names = names;
        this.settings = settings;
        this.clock = clock;
        this.thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread writer = new Thread(task, "network-lists-writer");
            writer.setDaemon(true);
            return writer;
        });
    }

    /**
     * Opens the store.
     *
     * @param directory where its file is kept, made if it is not there; null: in memory only
     * @param configured the lists that the entries go into
     * @param settings how long host names are waited for
     * @throws StoreException if the file cannot be used: in use by another process, damaged, of a later release
     */
    public static KeptLists open(
            @Nullable Path directory,
            StandingLists configured,
            NameBook names,
            Supplier<LookupSettings> settings,
            InstantSource clock) {
        StoreFile file = directory == null ? null : StoreFile.open(directory, "acl");
        KeptLists lists = new KeptLists(file, configured, names, settings, clock);
        lists.load();
        return lists;
    }

    private void load() {
        if (file != null) {
            file.load(this::load);
        }
        List<Held> inOrder = held.values().stream()
                .sorted(Comparator.comparingLong(it -> it.entry().order()))
                .toList();
        nextOrder =
                inOrder.isEmpty() ? 0 : inOrder.get(inOrder.size() - 1).entry().order() + 1;
        lookUp().thenAcceptAsync(
                        found -> {
                            inOrder.forEach(it -> enforce(it, found));
                            loaded.complete(null);
                            follow();
                        },
                        inOrder.isEmpty() ? Runnable::run : thread);
    }

    private void load(String key, byte[] bytes) {
        int end = key.indexOf('\n');
        Key of = new Key(key.substring(0, end), key.substring(end + 1));
        try {
            ObjectNode kept = Json.readObject(bytes);
            KeptEntry entry = new KeptEntry(
                    of.list(),
                    of.name(),
                    kept.withObject("/entry"),
                    kept.path("order").asLong(),
                    Instant.parse(kept.path("changed_at").asText()),
                    kept.path("changed_by").asText());
            EntryForm form = EntryForm.read(of.list(), of.name(), entry.document(), Origin.operator(entry.changedBy()));
            held.put(of, new Held(entry, form.draft()));
        } catch (RuntimeException e) {
            // Its bytes stay where they are, for a release that can read them.
            LOG.error("entry `{}` of list `{}` cannot be read and does not hold: {}", of.name(), of.list(), said(e));
            book(of.list())
                    .note(
                            of.list(),
                            of.name(),
                            List.of(new Notice(
                                    of.list(),
                                    "#",
                                    "entry-not-readable",
                                    "entry `%s` cannot be read and does not hold; put it again".formatted(of.name()),
                                    true)));
        }
    }

    private static String said(RuntimeException e) {
        return e instanceof ProblemException problem
                        && !problem.problem().errors().isEmpty()
                ? problem.problem().errors().get(0).detail()
                : String.valueOf(e.getMessage());
    }

    @Override
    public CompletionStage<? extends Lists> of(EffectiveConfig config) {
        CompletionStage<? extends Lists> lower = configured.of(config);
        return loaded.isDone()
                ? lower.thenApply(Overlay::new)
                : lower.thenCombine(loaded, (it, done) -> new Overlay(it));
    }

    /** The entry that is kept under that name. */
    public Optional<KeptEntry> find(String list, String name) {
        return Optional.ofNullable(held.get(new Key(list, name))).map(Held::entry);
    }

    /** Every entry that is kept, in order. */
    public List<KeptEntry> entries() {
        return held.values().stream()
                .map(Held::entry)
                .sorted(Comparator.comparingLong(KeptEntry::order))
                .toList();
    }

    /**
     * Puts an entry, in the place of the one of its name if there is one, else after all others.
     *
     * @param entry has passed the schema {@code acl-entry}
     * @param by name of the key it comes with
     * @param condition of the entry that is kept under that name so far, if there is one
     * @param config the configuration whose entry of that name does not hold any more
     * @return done once it is kept and holds; fails with an {@code invalid-request} problem if the entry cannot be meant,
     *     with {@code conflict} if the list is one of the switch's own, with {@code precondition-failed} if the condition
     *     does not hold, with {@code unavailable} if it cannot be kept
     */
    public CompletionStage<Change> put(
            String list,
            String name,
            ObjectNode entry,
            String by,
            Predicate<Optional<KeptEntry>> condition,
            EffectiveConfig config) {
        if (BuiltInLists.of(null).names().contains(list)) {
            return CompletableFuture.failedFuture(
                    Problem.conflict("list `%s` is built into the switch; an entry would take the place of all of it"
                                    .formatted(list))
                            .asException());
        }
        EntryForm form = EntryForm.read(list, name, entry, Origin.operator(by));
        Key key = new Key(list, name);
        return onThread(() -> keep(key, form, by, condition))
                .thenCompose(kept -> names.find(form.draft().hosts(), limit())
                        .thenComposeAsync(
                                found -> {
                                    // Unless somebody has changed it again meanwhile.
                                    if (kept.equals(held.get(key))) {
                                        enforce(kept, found);
                                        follow();
                                    }
                                    return notices(key, form, found, config)
                                            .thenApply(it -> new Change(kept.entry(), it));
                                },
                                thread));
    }

    private Held keep(Key key, EntryForm form, String by, Predicate<Optional<KeptEntry>> condition) {
        Held before = held.get(key);
        require(condition, before, key);
        long order = before == null ? nextOrder++ : before.entry().order();
        KeptEntry entry = new KeptEntry(key.list(), key.name(), form.document(), order, clock.instant(), by);
        ObjectNode kept = Json.mapper().createObjectNode();
        kept.set("entry", entry.document());
        kept.put("order", order).put("changed_at", entry.changedAt().toString()).put("changed_by", by);
        write(key, Json.write(kept));
        Held now = new Held(entry, form.draft());
        held.put(key, now);
        return now;
    }

    private CompletionStage<List<Notice>> notices(
            Key key, EntryForm form, Map<String, HostAddresses> found, EffectiveConfig config) {
        return configured.of(config).thenApply(lower -> {
            List<Notice> notices = new ArrayList<>(form.notices());
            notices.addAll(form.draft().notices(found));
            named(lower, key)
                    .ifPresent(it -> notices.add(new Notice(
                            key.list(),
                            "#",
                            "configured-entry-hidden",
                            "the configured entry `%s`%s does not hold while this one is kept"
                                    .formatted(key.name(), section(it)),
                            false)));
            return notices;
        });
    }

    /**
     * Removes an entry.
     *
     * @param condition of the entry that is kept
     * @param config the configuration that is told of if the entry is there
     * @return the entry as it was; fails with {@code not-found} if there is none, with {@code conflict} if there is one
     *     that is not kept here, with {@code precondition-failed} if the condition does not hold, with
     *     {@code unavailable} if the change cannot be kept
     */
    public CompletionStage<KeptEntry> remove(
            String list, String name, Predicate<Optional<KeptEntry>> condition, EffectiveConfig config) {
        Key key = new Key(list, name);
        if (!held.containsKey(key)) {
            return configured.of(config).thenApply(lower -> {
                Optional<Listed> there = named(lower, key);
                throw there.isPresent()
                        ? Problem.conflict("entry `%s` of list `%s` is configured%s; change it there"
                                        .formatted(name, list, section(there.get())))
                                .asException()
                        : notThere(key);
            });
        }
        return onThread(() -> {
            Held before = held.get(key);
            require(condition, before, key);
            if (before == null) {
                throw notThere(key);
            }
            write(key, new byte[0]);
            held.remove(key);
            inForce.remove(key);
            book(list).note(list, name, List.of());
            book(list).remove(name);
            follow();
            return before.entry();
        });
    }

    /** Looks the host names of all entries up again; meanwhile their last known addresses serve. */
    public void flush() {
        try {
            thread.execute(() -> refresh(lookups));
        } catch (RejectedExecutionException e) {
            // Closed: nobody is left to ask these lists.
        }
    }

    private static void require(Predicate<Optional<KeptEntry>> condition, @Nullable Held before, Key key) {
        if (!condition.test(Optional.ofNullable(before).map(Held::entry))) {
            throw Problem.preconditionFailed(
                            before == null
                                    ? "there is no entry `%s` of list `%s`".formatted(key.name(), key.list())
                                    : "entry `%s` of list `%s` has been changed; its revision is `%s`"
                                            .formatted(
                                                    key.name(),
                                                    key.list(),
                                                    before.entry().revision()))
                    .asException();
        }
    }

    private static ProblemException notThere(Key key) {
        return Problem.notFound("list `%s` has no entry `%s`".formatted(key.list(), key.name()))
                .asException();
    }

    private static Optional<Listed> named(Lists lists, Key key) {
        AddressList list = lists.find(key.list());
        return list == null
                ? Optional.empty()
                : list.blocks().stream()
                        .filter(it -> key.name().equals(it.name()))
                        .findFirst();
    }

    private static String section(Listed listed) {
        return listed.origin().id() == null
                ? ""
                : " (`%s`)".formatted(listed.origin().id());
    }

    private <T> CompletionStage<T> onThread(Supplier<T> change) {
        try {
            if (thread.getQueue().size() < MAX_WAITING) {
                return CompletableFuture.supplyAsync(change, thread);
            }
        } catch (RejectedExecutionException e) {
            // Closed: told like any change that cannot be kept.
        }
        return CompletableFuture.failedFuture(unavailable());
    }

    private void write(Key key, byte[] value) {
        if (file == null) {
            return;
        }
        try {
            file.write(Map.of(key.text(), value));
            // Entries change seldom, so each is forced to disk.
            file.rest();
        } catch (RuntimeException e) {
            LOG.error("entries of network lists cannot be written; changes are refused: {}", e.getMessage());
            throw unavailable();
        }
    }

    private static ProblemException unavailable() {
        return Problem.unavailable("entries of network lists cannot be kept now; nothing was changed")
                .asException();
    }

    private void enforce(Held kept, Map<String, HostAddresses> found) {
        EntryDraft draft = kept.draft();
        EntryBook book = book(draft.list());
        AclEntry entry = draft.entry(found);
        if (!entry.equals(book.entry(draft.name()))) {
            book.put(entry);
        }
        book.note(draft.list(), draft.name(), draft.notices(found));
        inForce.add(new Key(draft.list(), draft.name()));
    }

    private EntryBook book(String list) {
        return books.computeIfAbsent(list, it -> new EntryBook(BEFORE_CONFIGURED));
    }

    private Set<String> hosts() {
        Set<String> hosts = new TreeSet<>();
        held.values().forEach(it -> hosts.addAll(it.draft().hosts()));
        return hosts;
    }

    private CompletionStage<Map<String, HostAddresses>> lookUp() {
        return names.find(hosts(), limit());
    }

    private Duration limit() {
        return settings.get().limit();
    }

    // Names are looked up again when what is known of one lapses.
    private void follow() {
        Set<String> hosts = hosts();
        long lookup = ++lookups;
        if (hosts.isEmpty()) {
            return;
        }
        Instant until = names.until(hosts);
        Duration wait = until == null ? RETRY : Duration.between(clock.instant(), until);
        wait = wait.compareTo(RETRY) < 0 ? RETRY : wait;
        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, thread)
                .execute(() -> refresh(lookup));
    }

    private void refresh(long lookup) {
        if (lookup != lookups) {
            return;
        }
        CompletionStage<Void> unused = lookUp().thenAcceptAsync(
                        found -> {
                            held.values().stream()
                                    .filter(it -> found.keySet()
                                            .containsAll(it.draft().hosts()))
                                    .filter(it -> !it.draft().hosts().isEmpty())
                                    .forEach(it -> enforce(it, found));
                            follow();
                        },
                        thread);
    }

    /** Writes what was accepted, and closes the file. Changes from now on are refused; asking goes on. */
    @Override
    public void close() {
        WritingThread.end(thread, file);
    }

    private final class Overlay implements Lists {
        private final Lists lower;

        Overlay(Lists lower) {
            this.lower = lower;
        }

        @Override
        public @Nullable AddressList find(String name) {
            EntryBook book = books.get(name);
            AddressList upper = book == null ? null : book.find(name);
            AddressList below = lower.find(name);
            if (upper == null || below == null) {
                return upper == null ? below : upper;
            }
            return new OverlaidList(
                    upper, below, it -> it.name() != null && inForce.contains(new Key(name, it.name())));
        }

        @Override
        public Set<String> names() {
            Set<String> all = new TreeSet<>(lower.names());
            books.values().forEach(it -> all.addAll(it.names()));
            return all;
        }

        @Override
        public List<Notice> notices(String name) {
            EntryBook book = books.get(name);
            List<Notice> below = lower.notices(name);
            if (book == null) {
                return below;
            }
            List<Notice> all = new ArrayList<>(book.notices(name));
            all.addAll(below);
            return all;
        }
    }
}
