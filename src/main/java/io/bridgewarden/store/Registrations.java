package io.bridgewarden.store;

import io.bridgewarden.documents.Problem;
import io.bridgewarden.facts.Aor;
import io.bridgewarden.facts.Registration;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registrations this service keeps: in memory for reading, which costs the same however many there are, and on disk
 * for a restart. An address may have several contacts. Realms are compared without case; users too, but which spelling
 * was registered is kept, and whoever is spelled exactly as asked for goes first.
 *
 * <p>Nothing here blocks but opening and closing. A change is answered once it is on disk: it survives the end of the
 * process from then on, and can be found from then on. One thread writes; changes that come meanwhile are written
 * together. Bindings that lapsed long ago are forgotten little by little, with every change. Safe to share between
 * threads.
 */
public final class Registrations implements RegistrationSource, AutoCloseable {
    /** Most contacts an address keeps; of more, the ones registered last. */
    public static final int MAX_CONTACTS = 100;
    /** How long a binding is kept after it lapsed; longer than any allowance that may be configured sensibly. */
    public static final Duration KEPT_AFTER_LAPSE = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(Registrations.class);
    private static final int MAX_WAITING = 10_000;
    private static final int MAX_TOGETHER = 1_000;
    private static final int SWEPT_PER_CHANGE = 2;
    private static final int SWEPT_AT_ONCE = 256;

    private static final byte[] NONE = {};

    // As bytes, since a million lists of records would keep the collector busier than reading them does.
    private final Map<String, byte[]> byAddress = new ConcurrentHashMap<>();
    private final BlockingQueue<Change> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final @Nullable StoreFile file;
    private final InstantSource clock;
    private final Thread writer;
    private Iterator<Map.Entry<String, byte[]>> sweep = Collections.emptyIterator();
    private volatile boolean closing;
    private boolean failing;

    private Registrations(@Nullable StoreFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.writer = new Thread(this::writeUntilClosed, "registrations-writer");
        writer.setDaemon(true);
    }

    /**
     * Opens the store.
     *
     * @param directory where its file is kept, made if it is not there; null: in memory only
     * @throws StoreException if the file cannot be used: in use by another process, damaged, of a later release
     */
    public static Registrations open(@Nullable Path directory, InstantSource clock) {
        Registrations registrations =
                new Registrations(directory == null ? null : StoreFile.open(directory, "registrations"), clock);
        registrations.start();
        return registrations;
    }

    private void start() {
        if (file != null) {
            file.load(byAddress::put);
        }
        writer.start();
    }

    /** Finds, of each address, the contacts of the user spelled so, else of users that differ in case only. */
    @Override
    public CompletionStage<Map<Aor, List<Registration>>> find(Collection<Aor> addresses) {
        Map<Aor, List<Registration>> found = new HashMap<>();
        for (Aor address : addresses) {
            List<Registration> all = bound(name(address));
            List<Registration> exact = spelled(all, address);
            if (!all.isEmpty()) {
                found.put(address, exact.isEmpty() ? all : exact);
            }
        }
        return CompletableFuture.completedFuture(found);
    }

    /** What is bound to the address, its user spelled exactly so; lapsed bindings too, until they are swept. */
    public List<Registration> get(Aor address) {
        return spelled(bound(name(address)), address);
    }

    /** Number of addresses that have a contact; those that differ in the user's case count as one. */
    public int size() {
        return byAddress.size();
    }

    /**
     * Binds these beside what is bound, each in place of the one with the same address and contact; all of them, or none
     * if it fails. One with a lifetime of 0 ends that binding, or with the contact {@code *} each of its address.
     *
     * @return done once they are kept; fails with an {@code unavailable} problem if they cannot be
     */
    public CompletionStage<Void> putAll(Collection<Registration> registrations) {
        List<Registration> copy = List.copyOf(registrations);
        return change(bindings -> copy.forEach(it -> put(bindings, it)));
    }

    /** As {@link #putAll}, for one. */
    public CompletionStage<Void> put(Registration registration) {
        return putAll(List.of(registration));
    }

    /**
     * Binds exactly these to the address, whatever was bound before; none forgets the address.
     *
     * @throws IllegalArgumentException if one is of another address
     */
    public CompletionStage<Void> replace(Aor address, Collection<Registration> registrations) {
        List<Registration> copy = List.copyOf(registrations);
        copy.stream().filter(it -> !it.aor().equals(address)).findFirst().ifPresent(it -> {
            throw new IllegalArgumentException("`%s` is not `%s`".formatted(it.aor(), address));
        });
        return change(bindings -> {
            List<Registration> kept = bindings.of(address);
            kept.removeIf(it -> it.aor().equals(address));
            copy.forEach(it -> put(bindings, it));
        });
    }

    /** Forgets what is bound to the address, its user spelled exactly so. */
    public CompletionStage<Void> remove(Aor address) {
        return replace(address, List.of());
    }

    /** Forgets one contact of the address, its user spelled exactly so. */
    public CompletionStage<Void> remove(Aor address, String contact) {
        String uri = ContactUri.of(contact);
        return change(bindings -> bindings.of(address).removeIf(it -> isSame(it, address, uri)));
    }

    /** What is kept under a name, for all spellings of the user. */
    private List<Registration> bound(String name) {
        byte[] bytes = byAddress.get(name);
        return bytes == null ? List.of() : RegistrationCodec.read(bytes);
    }

    /** The same for all spellings of the user. The realm goes first, so that an account's addresses lie together. */
    private static String name(Aor address) {
        return address.realm() + '\n' + address.folded().user();
    }

    private static List<Registration> spelled(List<Registration> registrations, Aor address) {
        if (registrations.size() == 1) {
            return registrations.get(0).aor().equals(address) ? registrations : List.of();
        }
        return registrations.stream().filter(it -> it.aor().equals(address)).toList();
    }

    private static boolean isSame(Registration registration, Aor address, String uri) {
        return registration.aor().equals(address)
                && ContactUri.of(registration.contact()).equals(uri);
    }

    private static void put(Bindings bindings, Registration registration) {
        List<Registration> kept = bindings.of(registration.aor());
        boolean ends = registration.expires() == 0;
        boolean all = ends && registration.contact().equals(ContactUri.ALL);
        String uri = ContactUri.of(registration.contact());
        kept.removeIf(it -> all ? it.aor().equals(registration.aor()) : isSame(it, registration.aor(), uri));
        if (!ends) {
            kept.add(registration);
        }
    }

    private CompletionStage<Void> change(Effect effect) {
        Change change = new Change(effect, new CompletableFuture<>());
        if (closing || !waiting.offer(change)) {
            return CompletableFuture.failedFuture(unavailable());
        }
        if (closing && waiting.remove(change)) {
            return CompletableFuture.failedFuture(unavailable());
        }
        return change.done();
    }

    private static void refuse(Change change) {
        if (!change.done().isDone()) {
            change.done().completeExceptionally(unavailable());
        }
    }

    private static RuntimeException unavailable() {
        return Problem.unavailable("registrations cannot be kept now; nothing was changed")
                .asException();
    }

    /** What a change does to the bindings of the addresses it names. */
    private interface Effect {
        void on(Bindings bindings);
    }

    private record Change(Effect effect, CompletableFuture<Void> done) {}

    /** The bindings that changes made together have touched, as they are after them. */
    private final class Bindings {
        private final Map<String, List<Registration>> changed = new LinkedHashMap<>();

        /** The bindings of all spellings of the address, to be changed in place. */
        List<Registration> of(Aor address) {
            return of(name(address));
        }

        List<Registration> of(String name) {
            return changed.computeIfAbsent(name, it -> new ArrayList<>(bound(it)));
        }

        /** What is to be kept under each name from now on; nothing at all where nothing is left. */
        Map<String, byte[]> after(Instant now) {
            Map<String, byte[]> after = new LinkedHashMap<>();
            changed.forEach((name, registrations) -> {
                List<Registration> kept = kept(registrations, now);
                after.put(name, kept.isEmpty() ? NONE : RegistrationCodec.write(kept));
            });
            return after;
        }

        private static List<Registration> kept(List<Registration> registrations, Instant now) {
            List<Registration> held =
                    registrations.stream().filter(it -> !isForgotten(it, now)).toList();
            if (held.size() <= MAX_CONTACTS) {
                return held;
            }
            List<Registration> newest = held.stream()
                    .sorted(Comparator.comparing(Registration::registeredAt).reversed())
                    .limit(MAX_CONTACTS)
                    .toList();
            return held.stream().filter(newest::contains).toList();
        }
    }

    private static boolean isForgotten(Registration registration, Instant now) {
        return registration.expiresAt().plus(KEPT_AFTER_LAPSE).isBefore(now);
    }

    private void writeUntilClosed() {
        try {
            while (!(closing && waiting.isEmpty())) {
                Change first = next();
                if (first == null) {
                    rest();
                    continue;
                }
                List<Change> together = new ArrayList<>();
                together.add(first);
                waiting.drainTo(together, MAX_TOGETHER - 1);
                write(together);
            }
        } finally {
            closing = true;
            waiting.forEach(Registrations::refuse);
            if (file != null) {
                file.close();
            }
        }
    }

    private @Nullable Change next() {
        try {
            return waiting.poll(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            // Nobody has a reason to interrupt this thread, and its file would not survive it.
            return null;
        }
    }

    private void write(List<Change> together) {
        try {
            Bindings bindings = new Bindings();
            together.forEach(it -> it.effect().on(bindings));
            Instant now = clock.instant();
            sweep(bindings, together.size(), now);
            Map<String, byte[]> after = bindings.after(now);
            if (file != null) {
                file.write(after);
            }
            after.forEach((name, value) -> {
                if (value.length == 0) {
                    byAddress.remove(name);
                } else {
                    byAddress.put(name, value);
                }
            });
            failing = false;
            together.forEach(it -> it.done().complete(null));
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("registrations cannot be written; changes are refused: {}", e.getMessage());
            }
            failing = true;
        } finally {
            // Whatever went wrong, nobody waits for ever.
            together.forEach(Registrations::refuse);
        }
    }

    private void sweep(Bindings bindings, int changes, Instant now) {
        int left = Math.min(changes * SWEPT_PER_CHANGE, SWEPT_AT_ONCE);
        if (!sweep.hasNext()) {
            sweep = byAddress.entrySet().iterator();
        }
        while (left-- > 0 && sweep.hasNext()) {
            Map.Entry<String, byte[]> entry = sweep.next();
            if (RegistrationCodec.read(entry.getValue()).stream().anyMatch(it -> isForgotten(it, now))) {
                List<Registration> unused = bindings.of(entry.getKey());
            }
        }
    }

    private void rest() {
        try {
            if (file != null) {
                file.rest();
            }
        } catch (RuntimeException e) {
            LOG.debug("the file of registrations cannot be tidied now: {}", e.getMessage());
        }
    }

    /** Writes what was accepted, and closes the file. Changes from now on are refused; finding goes on. */
    @Override
    public void close() {
        closing = true;
        boolean unused = waiting.offer(new Change(bindings -> {}, new CompletableFuture<>())); // wakes the writer
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
