package io.bridgewarden.decisions.bridge;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bridgewarden.facts.Endpoint;
import io.bridgewarden.facts.EndpointId;
import io.bridgewarden.rules.Evaluation;
import io.bridgewarden.rules.WhyNot.Findings;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What kept an endpoint, and each Failover nested in it, from being dialled.
 *
 * @param endpoint position in the request
 * @param reason why it is omitted
 * @param failed the first condition that failed, in the words of the rule's author
 * @param steps the same for the endpoint and then its Failovers
 */
record WhyOmitted(
        @JsonProperty("endpoint") int endpoint,
        @JsonProperty("reason") String reason,
        @JsonProperty("failed") String failed,
        @JsonProperty("steps") List<Step> steps) {

    /**
     * The rule that came closest to taking an endpoint a step further, and did not.
     *
     * @param about the endpoint or Failover, as a pointer into the list of endpoints
     * @param failed the rule's first condition that failed, in its author's words
     * @param condition the same as written in the rule
     * @param file where the rule stands
     * @param line where the condition stands
     */
    record Step(
            @JsonProperty("about") EndpointId about,
            @JsonProperty("rule") String rule,
            @JsonProperty("failed") String failed,
            @JsonProperty("condition") String condition,
            @JsonProperty("file") String file,
            @JsonProperty("line") int line) {}

    // What can be reached still has to have its turn; what cannot has failed before that.
    private static final Set<String> TOWARDS_REACHING = Set.of("Reachable");
    private static final Set<String> TOWARDS_ITS_TURN = Set.of("Device", "FailoverLeg", "Turn", "Tried");

    static List<WhyOmitted> explain(
            Findings findings, Plan plan, Collection<EndpointId> endpoints, Evaluation evaluation) {
        Set<EndpointId> reachable = evaluation.of(Reachable.class).stream()
                .map(it -> it.conclusion().endpoint())
                .collect(Collectors.toSet());
        return plan.omitted().stream()
                .map(omitted -> {
                    List<Step> steps = endpoints.stream()
                            .filter(it -> it.root().equals(omitted.endpoint()))
                            .flatMap(it -> step(findings, it, reachable.contains(it)).stream())
                            .toList();
                    String failed = steps.isEmpty() ? "" : steps.get(0).failed();
                    return new WhyOmitted(omitted.endpoint().index(), omitted.reason(), failed, steps);
                })
                .toList();
    }

    private static Optional<Step> step(Findings findings, EndpointId endpoint, boolean reachable) {
        Set<String> goal = reachable ? TOWARDS_ITS_TURN : TOWARDS_REACHING;
        return findings
                .blocked(
                        rule -> rule.concludes().stream().anyMatch(goal::contains),
                        WhyOmitted::isEndpoint,
                        value -> isAbout(value, endpoint))
                .stream()
                .findFirst()
                .map(it -> new Step(
                        endpoint,
                        it.rule(),
                        it.failed().words(),
                        it.failed().text(),
                        it.file(),
                        it.failed().line()));
    }

    private static boolean isEndpoint(Object value) {
        return value instanceof EndpointId || value instanceof Endpoint;
    }

    private static boolean isAbout(Object value, EndpointId endpoint) {
        return endpoint.equals(value)
                || (value instanceof Endpoint it && it.id().equals(endpoint));
    }
}
