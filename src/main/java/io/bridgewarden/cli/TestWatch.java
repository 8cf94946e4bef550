package io.bridgewarden.cli;

import io.bridgewarden.rules.Rulebook;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** Runs the cases of a rule directory again when its files change. */
final class TestWatch implements AutoCloseable {
    private static final int PAUSE_MILLIS = 500;
    private static final String CLEAR = "\033[H\033[2J\033[3J";

    private final RuleFolder folder;
    private final FolderWatch watch;
    private final PrintWriter out;
    private @Nullable Rulebook rulebook;

    TestWatch(RuleFolder folder, Path directory, PrintWriter out) {
        this.folder = folder;
        this.watch = new FolderWatch(directory);
        this.out = out;
    }

    /** Runs cases. */
    interface Run {
        /**
         * Runs those of some decisions and says what came of it.
         *
         * @throws CommandFailure if they cannot be run
         */
        void run(Rulebook rulebook, Predicate<String> decisions) throws InterruptedException;
    }

    /** Runs all, and then those of each decision of which a file changed. */
    void untilInterrupted(Run run) {
        Set<String> waiting = new TreeSet<>();
        try {
            while (true) {
                Set<String> changed = watch.changed();
                waiting.addAll(changed);
                if (!changed.isEmpty() && again(run, waiting)) {
                    waiting.clear();
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells whether cases were run; what kept them from it is said. */
    private boolean again(Run run, Set<String> decisions) throws InterruptedException {
        out.print(Ansi.AUTO.enabled() ? CLEAR : "\n");
        try {
            run.run(renewed(), decisions::contains);
            return true;
        } catch (CommandFailure | UncheckedIOException e) {
            out.println(e.getMessage());
            return false;
        } finally {
            out.println("watching `%s`; Ctrl-C ends it".formatted(folder.directory()));
            out.flush();
        }
    }

    private Rulebook renewed() {
        Rulebook earlier = rulebook;
        if (earlier == null) {
            rulebook = folder.rulebook();
            return rulebook;
        }
        rulebook = folder.rulebook(earlier);
        earlier.close();
        return rulebook;
    }

    @Override
    public void close() {
        if (rulebook != null) {
            rulebook.close();
        }
    }
}
