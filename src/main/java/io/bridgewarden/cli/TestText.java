package io.bridgewarden.cli;

import io.bridgewarden.authoring.CaseReport;
import io.bridgewarden.authoring.CaseText;
import io.bridgewarden.authoring.SuiteReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Help.Ansi;

/** Writes what came of cases for people: a line for each decision, each case that failed, and the sum. */
final class TestText {
    private static final String INDENT = "      ";

    private final Ansi ansi;
    private final UnaryOperator<String> named;

    /** @param named names a file, and what follows it, as its reader finds it */
    TestText(Ansi ansi, UnaryOperator<String> named) {
        this.ansi = ansi;
        this.named = named;
    }

    List<String> of(SuiteReport report) {
        List<String> lines = new ArrayList<>(decisions(report));
        for (CaseReport it : report.failed()) {
            lines.add("");
            lines.add(ansi.string("@|bold,red FAIL|@  ")
                    + named.apply(it.ruleCase().place()));
            CaseText.of(it, named).forEach(line -> lines.add(INDENT + line));
        }
        lines.add("");
        lines.add(sum(report));
        return lines;
    }

    private static List<String> decisions(SuiteReport report) {
        Table table = new Table("DECISION", "CASES", "FAILED", "SECONDS");
        report.byDecision()
                .forEach((decision, cases) -> table.add(
                        decision,
                        String.valueOf(cases.size()),
                        String.valueOf(cases.stream().filter(it -> !it.passed()).count()),
                        seconds(cases.stream().map(CaseReport::took).reduce(Duration.ZERO, Duration::plus))));
        return table.lines();
    }

    private String sum(SuiteReport report) {
        int failed = report.failed().size();
        return "%s: %d passed, %d failed, in %s seconds; rules %s"
                .formatted(
                        ansi.string(failed == 0 ? "@|bold,green ok|@" : "@|bold,red FAILED|@"),
                        report.cases().size() - failed,
                        failed,
                        seconds(report.took()),
                        report.revision());
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f", took.toNanos() / 1e9);
    }
}
