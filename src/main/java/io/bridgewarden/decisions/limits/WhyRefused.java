package io.bridgewarden.decisions.limits;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bridgewarden.facts.Party;
import io.bridgewarden.rules.Evaluation;
import io.bridgewarden.rules.WhyNot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What kept a party from carrying the call.
 *
 * @param rules the rules that would have had to fire, those that came closest first
 */
record WhyRefused(
        @JsonProperty("party") String party,
        @JsonProperty("rules") List<Blocked> rules) {

    /**
     * A rule that did not fire.
     *
     * @param failed its first condition that failed, in its author's words
     * @param condition the same as written in the rule
     */
    record Blocked(
            @JsonProperty("rule") String rule,
            @JsonProperty("failed") String failed,
            @JsonProperty("condition") String condition,
            @JsonProperty("file") String file,
            @JsonProperty("line") int line) {}

    private static final Set<String> TOWARDS_CARRYING = Set.of("Exempt", "Affordable", "Charged", "Excused");

    /** Tells it of every party that refused. */
    static List<WhyRefused> explain(WhyNot whyNot, Outcome outcome, List<Object> facts, Evaluation evaluation) {
        List<Object> known = new ArrayList<>(facts);
        evaluation.concluded().forEach(it -> known.add(it.conclusion()));
        WhyNot.Findings findings = whyNot.probe(known);
        return Stream.of(Party.values())
                .filter(it -> refuses(it == Party.ACCOUNT ? outcome.account() : outcome.reseller()))
                .map(party -> new WhyRefused(
                        party.word(),
                        findings
                                .blocked(
                                        rule -> rule.concludes().stream().anyMatch(TOWARDS_CARRYING::contains),
                                        Party.class::isInstance,
                                        party::equals)
                                .stream()
                                .map(it -> new Blocked(
                                        it.rule(),
                                        it.failed().words(),
                                        it.failed().text(),
                                        it.file(),
                                        it.failed().line()))
                                .toList()))
                .toList();
    }

    private static boolean refuses(Outcome.Side side) {
        return side.asked() && !side.authorized();
    }
}
