package io.bridgewarden.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.decisions.KeptFromFiring;
import io.bridgewarden.rules.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What came of a case, in lines for people. */
public final class CaseText {
    private static final String INDENT = "    ";
    private static final int SHORT = 100;

    private CaseText() {}

    /**
     * What it shows, where its rule stands, each difference, what fired, and what came closest to firing.
     *
     * @param named names a file, and what follows it, as its reader finds it
     */
    public static List<String> of(CaseReport report, UnaryOperator<String> named) {
        List<String> lines = new ArrayList<>();
        lines.add("case     " + report.ruleCase().because());
        RuleInfo rule = report.rule();
        lines.add("rule     " + report.ruleCase().rule()
                + (rule == null ? "" : " (%s:%d)".formatted(named.apply(rule.file()), rule.line())));
        report.mismatches().forEach(it -> lines.addAll(difference(it)));
        List<String> fired = List.copyOf(report.fired());
        for (int i = 0; i < fired.size(); i++) {
            lines.add((i == 0 ? "fired    " : "         ") + fired.get(i));
        }
        if (fired.isEmpty()) {
            lines.add("fired    no rule");
        }
        KeptFromFiring closest = report.closest();
        if (closest != null) {
            lines.add("closest  " + closest.rule());
            lines.add("         failed in `%s` (%s:%d)"
                    .formatted(closest.failed(), named.apply(closest.file()), closest.line()));
        }
        return lines;
    }

    private static List<String> difference(Mismatch mismatch) {
        List<String> lines = new ArrayList<>();
        if (mismatch.expected().isMissingNode()) {
            lines.add("differs  %s: %s".formatted(mismatch.pointer(), mismatch.detail()));
            return lines;
        }
        lines.add("differs  " + mismatch.pointer());
        lines.addAll(value("- ", mismatch.expected()));
        lines.addAll(value("+ ", mismatch.actual()));
        return lines;
    }

    private static List<String> value(String sign, JsonNode value) {
        if (value.isMissingNode()) {
            return List.of(INDENT + sign + "(nothing)");
        }
        String line = value.toString();
        return (line.length() <= SHORT ? line : value.toPrettyString())
                .lines()
                .map(it -> INDENT + sign + it)
                .toList();
    }
}
