package io.bridgewarden.cli;

import io.bridgewarden.authoring.CaseSuite;
import io.bridgewarden.authoring.JunitXml;
import io.bridgewarden.authoring.NearMisses;
import io.bridgewarden.authoring.RuleCase;
import io.bridgewarden.authoring.SuiteJson;
import io.bridgewarden.authoring.SuiteReport;
import io.bridgewarden.documents.Json;
import io.bridgewarden.rules.Rulebook;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
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
            "0:every case passed",
            "1:a case failed, or rules or cases cannot be run; the report or standard error says why",
            "2:wrong options"
        })
final class TestCommand implements Callable<Integer> {
    private static final int PASSED = 0;
    private static final int FAILED = 1;
    private static final int PAUSE_MILLIS = 500;
    private static final String CLEAR = "\033[H\033[2J\033[3J";

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

    @Override
    public Integer call() throws InterruptedException {
        if (!watch) {
            return run(decision -> true) ? PASSED : FAILED;
        }
        if (directory == null) {
            throw new ParameterException(commandLine(), "`--watch` needs a DIR: the rules in the jar do not change");
        }
        watch(directory);
        return PASSED;
    }

    /** Tells whether all is well. */
    private boolean run(Predicate<String> decisions) throws InterruptedException {
        RuleFolder folder = new RuleFolder(directory);
        List<RuleCase> cases = selected(folder, decisions);
        try (Rulebook rulebook = folder.rulebook()) {
            SuiteReport report = run(rulebook, cases);
            write(report, folder);
            return report.failed().isEmpty();
        }
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

    private void write(SuiteReport report, RuleFolder folder) {
        if (output != null) {
            save(output, text(format, Ansi.OFF, report, folder));
        }
        PrintWriter out = commandLine().getOut();
        out.print(text(output == null ? format : TestFormat.HUMAN, Ansi.AUTO, report, folder));
        out.flush();
    }

    private static String text(TestFormat format, Ansi ansi, SuiteReport report, RuleFolder folder) {
        return switch (format) {
            case HUMAN -> String.join("\n", new TestText(ansi, folder.root()).of(report)) + "\n";
            case JSON -> Json.pretty(SuiteJson.of(report));
            case JUNIT -> JunitXml.of(report, folder.root());
        };
    }

    private static void save(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new CommandFailure("cannot write `%s`".formatted(file));
        }
    }

    /** Goes on until it is interrupted. */
    private void watch(Path rules) {
        FolderWatch folder = new FolderWatch(rules);
        Set<String> waiting = new TreeSet<>();
        try {
            while (true) {
                Set<String> changed = folder.changed();
                waiting.addAll(changed);
                if (!changed.isEmpty() && runAgain(waiting)) {
                    waiting.clear();
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells whether cases were run; what kept them from it is said. */
    private boolean runAgain(Set<String> decisions) throws InterruptedException {
        PrintWriter out = commandLine().getOut();
        out.print(System.console() == null ? "\n" : CLEAR);
        try {
            boolean unused = run(decisions::contains);
            return true;
        } catch (CommandFailure | UncheckedIOException e) {
            out.println(e.getMessage());
            return false;
        } finally {
            out.println("watching `%s`; Ctrl-C ends it".formatted(directory));
            out.flush();
        }
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("not started as a command");
        }
        return spec.commandLine();
    }
}
