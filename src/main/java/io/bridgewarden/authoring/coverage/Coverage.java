package io.bridgewarden.authoring.coverage;

import io.bridgewarden.authoring.CaseReport;
import io.bridgewarden.authoring.RuleCase;
import io.bridgewarden.authoring.SuiteReport;
import io.bridgewarden.rules.RuleInfo;
import io.bridgewarden.rules.RuleInfo.Condition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How well cases work the rules: which cases show each rule fire and not fire, each condition hold and fail. Only cases
 * that passed count.
 *
 * @param revision of the rules
 * @param rules by decision and file
 */
public record Coverage(String revision, List<OfRule> rules) {
    public Coverage {
        rules = List.copyOf(rules);
    }

    /**
     * A rule.
     *
     * @param fired a case in which it fires; null if there is none
     * @param notFired a case in which it does not; null if there is none
     * @param conditions those that are counted, in order
     */
    public record OfRule(
            RuleInfo rule,
            @Nullable RuleCase fired,
            @Nullable RuleCase notFired,
            List<OfCondition> conditions) {
        public OfRule {
            conditions = List.copyOf(conditions);
        }

        public boolean covered() {
            return fired != null && notFired != null;
        }
    }

    /**
     * A condition.
     *
     * @param met a case in which it holds, with all before it; null if there is none
     * @param missed a case in which all before it hold and it does not; null if there is none
     */
    public record OfCondition(
            Condition condition,
            @Nullable RuleCase met,
            @Nullable RuleCase missed) {
        // An equation with what an earlier condition bound.
        private static final Pattern TIE = Pattern.compile("\\w+\\( \\w+ == \\$\\w+(\\.\\w+)* \\)");

        /**
         * Whether it only says which fact is meant, one that is always there: it has no words for its failing. It is
         * covered if it holds in a case and never is the first to fail.
         */
        public boolean isTie() {
            return !condition.hasWords() && TIE.matcher(condition.text()).matches();
        }

        public boolean covered() {
            return met != null && (missed == null) == isTie();
        }
    }

    /**
     * Measures the rules of the decisions that cases were run of.
     *
     * @param rules every rule of the rulebook
     * @param report of cases whose near misses were probed
     */
    public static Coverage of(List<RuleInfo> rules, SuiteReport report) {
        Map<String, List<CaseReport>> passed = report.byDecision();
        passed.replaceAll(
                (decision, cases) -> cases.stream().filter(CaseReport::passed).toList());
        return new Coverage(
                report.revision(),
                rules.stream()
                        .filter(it -> passed.containsKey(it.decision()))
                        .map(it -> RuleMarks.of(it, passed.getOrDefault(it.decision(), List.of())))
                        .toList());
    }

    /** How much of all rules is covered. */
    public Share share(Measure measure) {
        return share(rules, measure);
    }

    /** The rules by decision. */
    public Map<String, List<OfRule>> byDecision() {
        return rules.stream()
                .collect(Collectors.groupingBy(it -> it.rule().decision(), TreeMap::new, Collectors.toList()));
    }

    /** How much of some rules is covered. */
    public static Share share(List<OfRule> rules, Measure measure) {
        if (measure == Measure.RULES) {
            return new Share((int) rules.stream().filter(OfRule::covered).count(), rules.size());
        }
        List<OfCondition> conditions =
                rules.stream().flatMap(it -> it.conditions().stream()).toList();
        return new Share((int) conditions.stream().filter(OfCondition::covered).count(), conditions.size());
    }
}
