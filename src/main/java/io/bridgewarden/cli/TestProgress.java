package io.bridgewarden.cli;

import io.bridgewarden.authoring.CaseReport;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import picocli.CommandLine.Help.Ansi;

/** Tells somebody who waits at a terminal how many cases were run. Safe to share between threads. */
final class TestProgress implements Consumer<CaseReport>, AutoCloseable {
    private static final String ERASE = "\r\033[K";
    private static final String NOTHING = "";

    private final PrintWriter err;
    private final int cases;
    private final String erase;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    private TestProgress(PrintWriter err, int cases, String erase) {
        this.err = err;
        this.cases = cases;
        this.erase = erase;
    }

    /** Begins to tell, where there is a terminal that can erase; else never says a thing. */
    static TestProgress start(PrintWriter err, int cases) {
        TestProgress progress = new TestProgress(err, cases, Ansi.AUTO.enabled() ? ERASE : NOTHING);
        progress.show();
        return progress;
    }

    @Override
    public void accept(CaseReport report) {
        done.incrementAndGet();
        if (!report.passed()) {
            failed.incrementAndGet();
        }
        show();
    }

    private void show() {
        if (!erase.isEmpty()) {
            err.print("%s%d of %d cases, %d failed".formatted(erase, done.get(), cases, failed.get()));
            err.flush();
        }
    }

    @Override
    public void close() {
        err.print(erase);
        err.flush();
    }
}
