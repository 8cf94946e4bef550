package io.bridgewarden.authoring.coverage;

import io.bridgewarden.authoring.CaseReport;
import io.bridgewarden.authoring.RuleCase;
import io.bridgewarden.authoring.coverage.Coverage.OfCondition;
import io.bridgewarden.authoring.coverage.Coverage.OfRule;
import io.bridgewarden.rules.RuleInfo;
import io.bridgewarden.rules.RuleInfo.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the cases that show what becomes of one rule. */
final class RuleMarks {
    private final RuleInfo rule;
    private final List<CaseReport> cases;

    private RuleMarks(RuleInfo rule, List<CaseReport> cases) {
        this.rule = rule;
        // A case about the rule shows it better than one in which it happens to take part.
        this.cases = cases.stream()
                .sorted(Comparator.comparing(it -> !it.ruleCase().rule().equals(rule.name())))
                .toList();
    }

    /** @param cases of the rule's decision, in order, that passed */
    static OfRule of(RuleInfo rule, List<CaseReport> cases) {
        return new RuleMarks(rule, cases).marks();
    }

    private OfRule marks() {
        List<OfCondition> conditions = new ArrayList<>();
        for (int i = 0; i < rule.conditions().size(); i++) {
            Condition condition = rule.conditions().get(i);
            if (counts(condition)) {
                int index = i;
                conditions.add(new OfCondition(condition, first(it -> met(it) > index), first(it -> met(it) == index)));
            }
        }
        return new OfRule(rule, first(this::fires), first(it -> !fires(it)), conditions);
    }

    // What only names things for later conditions decides nothing.
    private static boolean counts(Condition condition) {
        return condition.restricts() || condition.hasWords();
    }

    private @Nullable RuleCase first(Predicate<CaseReport> shows) {
        return cases.stream()
                .filter(shows)
                .findFirst()
                .map(CaseReport::ruleCase)
                .orElse(null);
    }

    private boolean fires(CaseReport report) {
        return report.fired().contains(rule.name()) && !report.failedIn().containsKey(rule.name());
    }

    /** How many of the rule's conditions hold, from the first. */
    private int met(CaseReport report) {
        return report.failedIn().getOrDefault(rule.name(), Integer.MAX_VALUE);
    }
}
