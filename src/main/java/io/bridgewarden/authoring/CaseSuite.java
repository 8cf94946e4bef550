package io.bridgewarden.authoring;

import io.bridgewarden.rules.RuleInfo;
import io.bridgewarden.rules.Rulebook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs the cases of several decisions, two decisions at a time. */
public final class CaseSuite {
    // Most of the time goes into compiling probes, which keeps a core busy.
    private static final int THREADS = 2;
    private static final Comparator<CaseReport> IN_ORDER = Comparator.<CaseReport, String>comparing(
                    it -> it.ruleCase().file())
            .thenComparing(it -> it.ruleCase().number());

    private final Rulebook rulebook;
    private final NearMisses nearMisses;
    private final CaseRunner runner;

    /** @param rulebook has to stay open while cases are run */
    public CaseSuite(Rulebook rulebook, NearMisses nearMisses) {
        this.rulebook = rulebook;
        this.nearMisses = nearMisses;
        this.runner = new CaseRunner(rulebook);
    }

    /**
     * Runs cases and tells of them by file and place.
     *
     * @param progress is told of each case when it was run, by several threads
     * @throws InterruptedException if the caller is interrupted; cases that run are ended with it
     */
    public SuiteReport run(List<RuleCase> cases, Consumer<CaseReport> progress) throws InterruptedException {
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<CaseReport> reports = new ArrayList<>();
            for (Future<List<CaseReport>> it : threads.invokeAll(byDecision(cases, progress))) {
                reports.addAll(it.get());
            }
            reports.sort(IN_ORDER);
            return new SuiteReport(rulebook.revision(), reports, since(start));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    // The longest first, so that the threads end at about the same time.
    private List<Callable<List<CaseReport>>> byDecision(List<RuleCase> cases, Consumer<CaseReport> progress) {
        return cases.stream().collect(Collectors.groupingBy(RuleCase::decision)).values().stream()
                .sorted(Comparator.<List<RuleCase>>comparingInt(List::size).reversed())
                .map(it -> (Callable<List<CaseReport>>) () -> runAll(it, progress))
                .toList();
    }

    private List<CaseReport> runAll(List<RuleCase> cases, Consumer<CaseReport> progress) {
        Map<String, RuleInfo> rules = rulebook.rules().stream()
                .filter(it -> it.decision().equals(cases.get(0).decision()))
                .collect(Collectors.toMap(RuleInfo::name, it -> it));
        List<CaseReport> reports = new ArrayList<>();
        for (RuleCase it : cases) {
            long start = System.nanoTime();
            CaseRun run = nearMisses == NearMisses.PROBED ? runner.probe(it) : runner.run(it);
            CaseReport report = CaseReport.of(run, rules, since(start));
            reports.add(report);
            progress.accept(report);
        }
        return reports;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
