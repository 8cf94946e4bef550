package io.bridgewarden.authoring;

import io.bridgewarden.decisions.KeptFromFiring;
import io.bridgewarden.rules.RuleInfo;
import io.bridgewarden.rules.WhyNot.Blocked;
import io.bridgewarden.rules.WhyNot.Findings;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a case that was run.
 *
 * @param rule the rule it is about; null if there is no such rule
 * @param mismatches where it is not as the case says; none where it passed
 * @param fired names of the rules that fired, sorted
 * @param failedIn for each rule that was kept from firing the index of its first condition that failed, from 0: of the
 *     case's own rule on what the case is about, of others on anything; empty where that was not asked
 * @param closest the rule that came closest to firing, where the case failed and it was asked
 */
public record CaseReport(
        RuleCase ruleCase,
        @Nullable RuleInfo rule,
        List<Mismatch> mismatches,
        Set<String> fired,
        Map<String, Integer> failedIn,
        @Nullable KeptFromFiring closest,
        Duration took) {
    public CaseReport {
        mismatches = List.copyOf(mismatches);
        failedIn = Map.copyOf(failedIn);
    }

    /** @param rules those of the case's decision, by name */
    static CaseReport of(CaseRun run, Map<String, RuleInfo> rules, Duration took) {
        RuleInfo rule = rules.get(run.ruleCase().rule());
        Findings findings = run.findings();
        Map<String, Integer> failedIn = Map.of();
        KeptFromFiring closest = null;
        if (findings != null) {
            failedIn = failedIn(run.ruleCase(), findings);
            closest = run.passed() ? null : closest(run, rule, findings).orElse(null);
        }
        return new CaseReport(run.ruleCase(), rule, run.mismatches(), run.fired(), failedIn, closest, took);
    }

    public boolean passed() {
        return mismatches.isEmpty();
    }

    private static Map<String, Integer> failedIn(RuleCase given, Findings findings) {
        return Stream.concat(
                        own(given, findings).stream(),
                        anywhere(findings, it -> !it.name().equals(given.rule())).stream())
                .collect(Collectors.toMap(Blocked::rule, Blocked::met));
    }

    // The rule that should have fired is what its author asks about; then one that would have concluded the like.
    private static Optional<KeptFromFiring> closest(CaseRun run, @Nullable RuleInfo rule, Findings findings) {
        Predicate<RuleInfo> kept = it -> !run.fired().contains(it.name());
        List<String> wanted = rule == null ? List.of() : rule.concludes();
        return Stream.of(
                        run.ruleCase().hits() ? own(run.ruleCase(), findings) : List.<Blocked>of(),
                        anywhere(findings, kept.and(it -> !Collections.disjoint(it.concludes(), wanted))),
                        anywhere(findings, kept))
                .flatMap(List::stream)
                .findFirst()
                .map(KeptFromFiring::of);
    }

    private static List<Blocked> own(RuleCase given, Findings findings) {
        return findings.blocked(it -> it.name().equals(given.rule()), given::isOfItsKind, given::isItsOwn);
    }

    private static List<Blocked> anywhere(Findings findings, Predicate<RuleInfo> rules) {
        return findings.blocked(rules, value -> false, value -> false);
    }
}
