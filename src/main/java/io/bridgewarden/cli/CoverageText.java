package io.bridgewarden.cli;

import io.bridgewarden.authoring.RuleCase;
import io.bridgewarden.authoring.coverage.Coverage;
import io.bridgewarden.authoring.coverage.Coverage.OfCondition;
import io.bridgewarden.authoring.coverage.Coverage.OfRule;
import io.bridgewarden.authoring.coverage.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Writes coverage for people: a line for each decision, then what no case shows. */
final class CoverageText {
    private final UnaryOperator<String> named;

    /** @param named names a file, and what follows it, as its reader finds it */
    CoverageText(UnaryOperator<String> named) {
        this.named = named;
    }

    List<String> of(Coverage coverage) {
        Table table = new Table("COVERAGE", "RULES", "CONDITIONS");
        coverage.byDecision().forEach((decision, rules) -> add(table, decision, rules));
        add(table, "all", coverage.rules());
        List<String> lines = new ArrayList<>(table.lines());
        List<String> gaps = coverage.rules().stream().flatMap(this::gaps).toList();
        if (!gaps.isEmpty()) {
            lines.add("");
            lines.addAll(gaps);
        }
        return lines;
    }

    private static void add(Table table, String name, List<OfRule> rules) {
        table.add(
                name,
                Coverage.share(rules, Measure.RULES).toString(),
                Coverage.share(rules, Measure.CONDITIONS).toString());
    }

    private Stream<String> gaps(OfRule rule) {
        String file = named.apply(rule.rule().file());
        List<String> gaps = new ArrayList<>();
        if (rule.fired() == null) {
            gaps.add("%s:%d: `%s` fires in no case"
                    .formatted(file, rule.rule().line(), rule.rule().name()));
        }
        if (rule.notFired() == null) {
            gaps.add("%s:%d: `%s` fires in every case"
                    .formatted(file, rule.rule().line(), rule.rule().name()));
        }
        rule.conditions().stream().filter(it -> !it.covered()).forEach(it -> gaps.addAll(gaps(file, it)));
        return gaps.stream();
    }

    private List<String> gaps(String file, OfCondition condition) {
        String place = "%s:%d: `%s`"
                .formatted(
                        file,
                        condition.condition().line(),
                        condition.condition().words());
        RuleCase missed = condition.missed();
        List<String> gaps = new ArrayList<>();
        if (condition.met() == null) {
            gaps.add(place + " holds in no case");
        }
        if (missed == null && !condition.isTie()) {
            gaps.add(place + " is the first to fail in no case");
        }
        if (missed != null && condition.isTie()) {
            gaps.add("%s is the first to fail in %s: say beside it what holds when it is met"
                    .formatted(place, named.apply(missed.place())));
        }
        return gaps;
    }
}
