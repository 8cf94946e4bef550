package io.bridgewarden.decisions;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bridgewarden.rules.Evaluation;
import io.bridgewarden.rules.RuleInfo;
import io.bridgewarden.rules.WhyNot.Blocked;
import io.bridgewarden.rules.WhyNot.Findings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A rule that did not fire, and why.
 *
 * @param failed its first condition that failed, in its author's words
 * @param condition the same as written in the rule
 * @param file where the rule stands
 * @param line where the condition stands
 */
public record KeptFromFiring(
        @JsonProperty("rule") String rule,
        @JsonProperty("failed") String failed,
        @JsonProperty("condition") String condition,
        @JsonProperty("file") String file,
        @JsonProperty("line") int line) {

    /** Every rule that did not fire, those that came closest first. */
    static List<KeptFromFiring> all(Findings findings, Evaluation evaluation) {
        Set<String> fired = new HashSet<>();
        evaluation.concluded().forEach(it -> it.firings().forEach(firing -> fired.add(firing.rule())));
        return among(findings, rule -> !fired.contains(rule.name()));
    }

    /** The rules that conclude one of some types and were kept from it, those that came closest first. */
    public static List<KeptFromFiring> among(Findings findings, Set<Class<?>> conclusions) {
        Set<String> names = new HashSet<>();
        conclusions.forEach(it -> names.add(it.getSimpleName()));
        return among(findings, rule -> rule.concludes().stream().anyMatch(names::contains));
    }

    private static List<KeptFromFiring> among(Findings findings, Predicate<RuleInfo> rules) {
        return findings.blocked(rules, value -> false, value -> false).stream()
                .map(KeptFromFiring::of)
                .toList();
    }

    /** Words what was found of one rule. */
    public static KeptFromFiring of(Blocked blocked) {
        return new KeptFromFiring(
                blocked.rule(),
                blocked.failed().words(),
                blocked.failed().text(),
                blocked.file(),
                blocked.failed().line());
    }
}
