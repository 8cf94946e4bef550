package io.bridgewarden.decisions.bridge;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bridgewarden.facts.Endpoint;
import io.bridgewarden.facts.EndpointId;
import io.bridgewarden.rules.Evaluation;
import io.bridgewarden.rules.RuleInfo;
import io.bridgewarden.rules.WhyNot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What kept an endpoint from being dialled.
 *
 * @param endpoint position in the request
 * @param reason why it is omitted
 * @param failed the first condition that failed of the rule that came closest to dialling it, in its author's words
 * @param rules the rules that would have had to fire, those that came closest first, each with its first condition that
 *     failed
 */
record WhyOmitted(
        @JsonProperty("endpoint") int endpoint,
        @JsonProperty("reason") String reason,
        @JsonProperty("failed") String failed,
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

    // What has to be concluded about an endpoint on its way into the legs.
    private static final Set<String> TOWARDS_DIALLING = Set.of("Reachable", "Device", "FailoverLeg", "Tried", "Dial");

    static List<WhyOmitted> explain(WhyNot whyNot, Plan plan, List<Object> facts, Evaluation evaluation) {
        List<Object> known = new ArrayList<>(facts);
        evaluation.concluded().forEach(it -> known.add(it.conclusion()));
        WhyNot.Findings findings = whyNot.probe(known);
        Predicate<RuleInfo> towardsDialling = it -> it.concludes().stream().anyMatch(TOWARDS_DIALLING::contains);
        return plan.omitted().stream()
                .map(omitted -> {
                    List<Blocked> rules = findings
                            .blocked(towardsDialling, WhyOmitted::isEndpoint, it -> isAbout(it, omitted.endpoint()))
                            .stream()
                            .map(it -> new Blocked(
                                    it.rule(),
                                    it.failed().words(),
                                    it.failed().text(),
                                    it.file(),
                                    it.failed().line()))
                            .toList();
                    String failed = rules.isEmpty() ? "" : rules.get(0).failed();
                    return new WhyOmitted(omitted.endpoint().index(), omitted.reason(), failed, rules);
                })
                .toList();
    }

    private static boolean isEndpoint(Object value) {
        return value instanceof EndpointId || value instanceof Endpoint;
    }

    private static boolean isAbout(Object value, EndpointId endpoint) {
        return endpoint.equals(value)
                || (value instanceof Endpoint it && it.id().equals(endpoint));
    }
}
