package io.bridgewarden.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.MergePatch;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.ProblemException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The configuration in force: the one of files, and over it the sections of the ecallmgr document that were written one by
 * one, which are kept on disk for a restart. A section that was written holds in place of the file's of its name, whole.
 *
 * <p>Nothing here blocks but opening and closing. A change is answered once it is on disk and in force. One thread makes
 * all changes, so none is made to another state than the one its condition was tested on. Safe to share between threads.
 */
public final class ConfigurationStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationStore.class);
    private static final int MAX_WAITING = 1_000;

    private final @Nullable StoreFile file;
    private final InstantSource clock;
    private final ThreadPoolExecutor thread;
    private volatile State state;
    private volatile @Nullable Stale stale;

    private record Kept(ObjectNode document, ConfigSection.Change change) {
        byte[] bytes() {
            ObjectNode kept = Json.mapper().createObjectNode();
            kept.set("section", document);
            kept.put("changed_at", change.at().toString()).put("changed_by", change.by());
            return Json.write(kept);
        }

        static Kept read(byte[] bytes) {
            ObjectNode kept = Json.readObject(bytes);
            return new Kept(
                    kept.withObject("/section"),
                    new ConfigSection.Change(
                            Instant.parse(kept.path("changed_at").asText()),
                            kept.path("changed_by").asText()));
        }
    }

    private record State(Configuration files, Map<String, Kept> kept, Configuration inForce) {
        static State of(Configuration files, Map<String, Kept> kept) {
            Map<String, ObjectNode> documents = new LinkedHashMap<>();
            kept.forEach((name, it) -> documents.put(name, it.document()));
            return new State(files, Map.copyOf(kept), files.over(documents));
        }

        State with(String name, @Nullable Kept section) {
            Map<String, Kept> all = new TreeMap<>(kept);
            if (section == null) {
                all.remove(name);
            } else {
                all.put(name, section);
            }
            return of(files, all);
        }

        Optional<ConfigSection> section(String name) {
            boolean inFile = files.ecallmgr().has(name);
            Kept written = kept.get(name);
            if (written != null) {
                return Optional.of(new ConfigSection(name, written.document(), written.change(), inFile));
            }
            return inFile
                    ? Optional.of(ConfigSection.ofFile(name, files.ecallmgr().withObjectProperty(name)))
                    : Optional.empty();
        }
    }

    private ConfigurationStore(@Nullable StoreFile file, State state, InstantSource clock) {
        this.file = file;
        this.state = state;
        this.clock = clock;
        this.thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread writer = new Thread(task, "configuration-writer");
            writer.setDaemon(true);
            return writer;
        });
    }

    /**
     * Opens the store.
     *
     * @param directory where its file is kept, made if it is not there; null: in memory only
     * @param files what is configured by file
     * @throws StoreException if its file cannot be used, or a section in it does not fit the keys of this release
     */
    public static ConfigurationStore open(@Nullable Path directory, Configuration files, InstantSource clock) {
        StoreFile file = directory == null ? null : StoreFile.open(directory, "config");
        try {
            return new ConfigurationStore(file, State.of(files, load(file)), clock);
        } catch (StoreException e) {
            if (file != null) {
                file.close();
            }
            throw e;
        }
    }

    private static Map<String, Kept> load(@Nullable StoreFile file) {
        Map<String, Kept> kept = new TreeMap<>();
        if (file != null) {
            file.load((name, bytes) -> kept.put(name, read(name, bytes)));
        }
        return kept;
    }

    // Nothing is decided without a section that somebody wrote: what it forbade could be allowed.
    private static Kept read(String name, byte[] bytes) {
        try {
            Kept kept = Kept.read(bytes);
            Configuration.check(kept.document());
            return kept;
        } catch (ProblemException e) {
            throw new StoreException(
                    "section `%s` of the configuration that is kept does not fit this release; mend it by the one that wrote it: %s"
                            .formatted(name, e.problem().inWords()),
                    e);
        }
    }

    /** The configuration that decisions go by from now on, until the next change. */
    public Configuration inForce() {
        return state.inForce();
    }

    /** The section of that name as it holds. */
    public Optional<ConfigSection> section(String name) {
        return state.section(name);
    }

    /** Every section as it holds, by name, and the revision of the configuration they are of. */
    public Overview overview() {
        State now = state;
        Map<String, ConfigSection> sections = new TreeMap<>();
        now.inForce()
                .ecallmgr()
                .fieldNames()
                .forEachRemaining(name -> now.section(name).ifPresent(it -> sections.put(name, it)));
        return new Overview(now.inForce().revision(), sections);
    }

    /**
     * The sections at one moment.
     *
     * @param revision of the whole configuration
     */
    public record Overview(String revision, Map<String, ConfigSection> sections) {}

    /**
     * Writes a section, in place of the one of its name if there is one.
     *
     * @param by name of the key it comes with
     * @param condition of the section that holds so far, if there is one
     * @return done once it is kept and in force; fails with {@code invalid-request} and each mistake in the section, with
     *     {@code precondition-failed} if the condition does not hold, with {@code unavailable} if it cannot be kept
     */
    public CompletionStage<ConfigSection> put(
            String name, ObjectNode section, String by, Predicate<Optional<ConfigSection>> condition) {
        return onThread(() -> write(name, before -> section.deepCopy(), by, condition));
    }

    /**
     * As {@link #put}, for a section that becomes what the patch makes of it, or of an empty one if there is none.
     *
     * @param patch a JSON merge patch (RFC 7396)
     */
    public CompletionStage<ConfigSection> patch(
            String name, ObjectNode patch, String by, Predicate<Optional<ConfigSection>> condition) {
        return onThread(() -> write(name, before -> MergePatch.apply(before, patch), by, condition));
    }

    /**
     * Removes a section that was written; the one of the file holds again, if there is one of its name.
     *
     * @return the section as it was; fails with {@code not-found} if there is none, with {@code conflict} if it is
     *     configured by file, with {@code precondition-failed} if the condition does not hold, with {@code unavailable} if
     *     the change cannot be kept
     */
    public CompletionStage<ConfigSection> remove(String name, Predicate<Optional<ConfigSection>> condition) {
        return onThread(() -> {
            ConfigSection before = state.section(name)
                    .orElseThrow(() -> Problem.notFound("the configuration has no section `%s`".formatted(name))
                            .asException());
            require(condition, name);
            if (before.kept().isEmpty()) {
                throw Problem.conflict(
                                "section `%s` is configured by file; change it there, or write an empty one over it"
                                        .formatted(name))
                        .asException();
            }
            keep(name, new byte[0]);
            state = state.with(name, null);
            return before;
        });
    }

    /** Puts another configuration of files in force, under the sections that were written. Waits for changes under way. */
    public CompletionStage<Void> follow(Configuration files) {
        return onThread(() -> {
            state = State.of(files, state.kept());
            stale = null;
            return null;
        });
    }

    /**
     * Why the files say something else than what is in force.
     *
     * @param since when that was noticed
     */
    public record Stale(Instant since, String reason) {}

    /** Notes that the files have changed and cannot be used, until they can be followed again. */
    public void stale(String reason) {
        stale = new Stale(clock.instant(), reason);
    }

    /** Why the files say something else than what is in force, if they do. */
    public Optional<Stale> stale() {
        return Optional.ofNullable(stale);
    }

    private ConfigSection write(
            String name, UnaryOperator<ObjectNode> change, String by, Predicate<Optional<ConfigSection>> condition) {
        require(condition, name);
        ObjectNode before = state.section(name).map(ConfigSection::document).orElseGet(Json.mapper()::createObjectNode);
        Kept section = new Kept(change.apply(before), new ConfigSection.Change(clock.instant(), by));
        Configuration.check(section.document());
        keep(name, section.bytes());
        state = state.with(name, section);
        return state.section(name).orElseThrow();
    }

    private void require(Predicate<Optional<ConfigSection>> condition, String name) {
        Optional<ConfigSection> before = state.section(name);
        if (!condition.test(before)) {
            throw Problem.preconditionFailed(before.map(it -> "section `%s` has been changed; its revision is `%s`"
                                    .formatted(name, it.revision()))
                            .orElse("the configuration has no section `%s`".formatted(name)))
                    .asException();
        }
    }

    private void keep(String name, byte[] bytes) {
        if (file == null) {
            return;
        }
        try {
            file.write(Map.of(name, bytes));
            // Sections change seldom, so each is forced to disk.
            file.rest();
        } catch (RuntimeException e) {
            LOG.error("sections of the configuration cannot be written; changes are refused: {}", e.getMessage());
            throw unavailable();
        }
    }

    private <T extends @Nullable Object> CompletionStage<T> onThread(Supplier<T> change) {
        try {
            if (thread.getQueue().size() < MAX_WAITING) {
                return CompletableFuture.supplyAsync(change, thread);
            }
        } catch (RejectedExecutionException e) {
            // Closed: told like any change that cannot be kept.
        }
        return CompletableFuture.failedFuture(unavailable());
    }

    private static ProblemException unavailable() {
        return Problem.unavailable("the configuration cannot be changed now; nothing was changed")
                .asException();
    }

    /** Writes what was accepted, and closes the file. Changes from now on are refused; the configuration stays in force. */
    @Override
    public void close() {
        WritingThread.end(thread, file);
    }
}
