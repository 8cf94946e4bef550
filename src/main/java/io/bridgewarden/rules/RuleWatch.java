package io.bridgewarden.rules;

import io.bridgewarden.rules.RuleDirectory.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a directory of rules again and again, and tells of each change once it is still. It compares what it reads, so
 * that it need not be told by the file system, which symbolic links and network file systems do not.
 */
final class RuleWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RuleWatch.class);

    private final Path directory;
    private final Trust trust;
    private final Consumer<Snapshot> listener;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(RuleWatch::thread);
    private String seen;
    private String told;

    RuleWatch(Path directory, Snapshot known, Consumer<Snapshot> listener) {
        this(directory, Trust.CHECKED, known, listener);
    }

    private RuleWatch(Path directory, Trust trust, Snapshot known, Consumer<Snapshot> listener) {
        this.directory = directory;
        this.trust = trust;
        this.listener = listener;
        this.seen = known.digest();
        this.told = known.digest();
    }

    /**
     * Watches on a thread of its own, on which it also tells.
     *
     * @param known what need not be told
     * @param interval from one look to the next, and how long a change has to be still
     */
    static RuleWatch start(
            Path directory, Trust trust, Snapshot known, Consumer<Snapshot> listener, Duration interval) {
        RuleWatch watch = new RuleWatch(directory, trust, known, listener);
        var unused = watch.thread.scheduleWithFixedDelay(
                watch::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it
    private static Thread thread(Runnable watching) {
        Thread thread = new Thread(watching, "rules");
        thread.setDaemon(true);
        // Where the system heeds it, decisions come first.
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    /** Looks once. */
    void look() {
        try {
            Snapshot found = RuleDirectory.read(directory, trust);
            boolean still = found.digest().equals(seen);
            seen = found.digest();
            if (still && !seen.equals(told)) {
                told = seen;
                listener.accept(found);
            }
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            // A task that throws is not run again, and then nobody would look.
            LOG.error("the directory of rules could not be looked at", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
