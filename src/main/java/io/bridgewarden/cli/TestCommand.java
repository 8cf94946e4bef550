package io.bridgewarden.cli;

import io.bridgewarden.authoring.CaseSuite;
import io.bridgewarden.authoring.NearMisses;
import io.bridgewarden.authoring.RuleCase;
import io.bridgewarden.authoring.SuiteReport;
import io.bridgewarden.authoring.coverage.Coverage;
import io.bridgewarden.rules.Rulebook;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bridgewarden test}. */
@Command(
        name = "test",
        description = "Runs the cases beside the rules, and tells where an answer is not as a case says.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footer = {"", "Example: bridgewarden test rules --filter failover --watch"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every case passed, and there is the coverage required",
            "1:a case failed, there is too little coverage, or rules or cases cannot be run; "
                    + "the report or standard error says why",
            "2:wrong options"
        })
final class TestCommand implements Callable<Integer> {
    private static final int PASSED = 0;
    private static final int FAILED = 1;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            description = "Directory of rules and cases, DIR/DECISION/*.drl and DIR/DECISION/cases/*.json. "
                    + "Default: those in the jar.")
    @Nullable
    Path directory;

    @Option(
            names = "--filter",
            paramLabel = "TEXT",
            description =
                    "Only cases with this in the path of their file (bridge/cases/failover.json), the name of their "
                            + "rule or their `because`. Can be given more than once: cases with one of them.")
    List<String> filter = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = TestFormat.Converter.class,
            description = "How the report is written: human (default), json or junit.")
    TestFormat format = TestFormat.HUMAN;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write the report to a file, and the human one to standard output.")
    @Nullable
    Path output;

    @Option(
            names = "--no-near-misses",
            description =
                    "Do not find out which condition kept a rule from firing: seconds faster, but a near miss passes "
                            + "whatever its rule failed in.")
    boolean withoutNearMisses;

    @Option(
            names = "--watch",
            description = "Stay, and run the cases of a decision again when one of its files changes. Ctrl-C ends it.")
    boolean watch;

    @Mixin
    TrustOption trust = new TrustOption();

    @Mixin
    CoverageOptions coverage = new CoverageOptions();

    @Override
    public Integer call() throws InterruptedException {
        if (coverage.wanted() && withoutNearMisses) {
            throw new ParameterException(
                    commandLine(), "coverage is found by near misses: leave `--no-near-misses` or the coverage out");
        }
        RuleFolder folder = new RuleFolder(directory, trust.in(directory));
        if (watch) {
            watch(folder);
            return PASSED;
        }
        List<RuleCase> cases = selected(folder, decision -> true);
        Set<String> decisions = cases.stream().map(RuleCase::decision).collect(Collectors.toSet());
        try (Rulebook rulebook = folder.rulebookFor(decisions)) {
            return run(folder, rulebook, cases) ? PASSED : FAILED;
        }
    }

    private void watch(RuleFolder folder) {
        if (folder.directory() == null) {
            throw new ParameterException(commandLine(), "`--watch` needs a DIR: the rules in the jar do not change");
        }
        PrintWriter out = commandLine().getOut();
        try (TestWatch watching = new TestWatch(folder, folder.directory(), out)) {
            watching.untilInterrupted((rulebook, decisions) -> {
                boolean unused = run(folder, rulebook, selected(folder, decisions));
            });
        }
    }

    /** Tells whether all is well. */
    private boolean run(RuleFolder folder, Rulebook rulebook, List<RuleCase> cases) throws InterruptedException {
        SuiteReport report = run(rulebook, cases);
        Coverage measured = coverage.wanted() ? Coverage.of(rulebook.rules(), report) : null;
        write(new TestReport(report, measured, folder::named));
        if (measured == null) {
            return report.failed().isEmpty();
        }
        coverage.write(measured);
        List<String> shortfalls = coverage.shortfalls(measured);
        shortfalls.forEach(commandLine().getErr()::println);
        return report.failed().isEmpty() && shortfalls.isEmpty();
    }

    private SuiteReport run(Rulebook rulebook, List<RuleCase> cases) throws InterruptedException {
        NearMisses nearMisses = withoutNearMisses ? NearMisses.SKIPPED : NearMisses.PROBED;
        try (TestProgress progress = TestProgress.start(commandLine().getErr(), cases.size())) {
            return new CaseSuite(rulebook, nearMisses).run(cases, progress);
        }
    }

    private List<RuleCase> selected(RuleFolder folder, Predicate<String> decisions) {
        CaseFilter wanted = new CaseFilter(filter);
        List<RuleCase> cases = folder.cases().stream()
                .filter(it -> decisions.test(it.decision()) && wanted.selects(it))
                .toList();
        if (cases.isEmpty()) {
            throw new CommandFailure(
                    filter.isEmpty()
                            ? "there is no case `%sDECISION/cases/NAME.json`".formatted(folder.root())
                            : "no case has `%s` in its file, rule or `because`"
                                    .formatted(String.join("` or `", filter)));
        }
        return cases;
    }

    private void write(TestReport report) {
        if (output != null) {
            OutputFile.write(output, report.text(format, Ansi.OFF));
        }
        PrintWriter out = commandLine().getOut();
        out.print(report.text(output == null ? format : TestFormat.HUMAN, Ansi.AUTO));
        out.flush();
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("not started as a command");
        }
        return spec.commandLine();
    }
}
