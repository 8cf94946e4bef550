package io.bridgewarden.decisions.authz;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bridgewarden.rules.Evaluation;
import io.bridgewarden.rules.WhyNot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A rule that did not decide, and why.
 *
 * @param failed its first condition that failed, in its author's words
 * @param condition the same as written in the rule
 */
record KeptFromFiring(
        @JsonProperty("rule") String rule,
        @JsonProperty("failed") String failed,
        @JsonProperty("condition") String condition,
        @JsonProperty("file") String file,
        @JsonProperty("line") int line) {

    private static final Set<String> DECIDING = Set.of("Rung", "Asked", "Settled");

    /** The rules that could have decided otherwise, those that came closest first. */
    static List<KeptFromFiring> explain(WhyNot whyNot, List<Object> facts, Evaluation evaluation) {
        List<Object> known = new ArrayList<>(facts);
        evaluation.concluded().forEach(it -> known.add(it.conclusion()));
        return whyNot
                .probe(known)
                .blocked(rule -> rule.concludes().stream().anyMatch(DECIDING::contains), it -> false, it -> false)
                .stream()
                .map(it -> new KeptFromFiring(
                        it.rule(),
                        it.failed().words(),
                        it.failed().text(),
                        it.file(),
                        it.failed().line()))
                .toList();
    }
}
