package io.bridgewarden.http;

import io.bridgewarden.documents.Problem;
import io.bridgewarden.rules.RuleInfo;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;

/** {@code /v1/rules}: the rules in force, as they are written. */
final class RuleHandlers {
    private final Catalogue catalogue;
    private final Set<String> decisions;

    RuleHandlers(Catalogue catalogue, Set<String> decisions) {
        this.catalogue = catalogue;
        this.decisions = decisions;
    }

    /** {@code GET /v1/rules}: all of them. */
    void all(RoutingContext context) {
        answer(context, catalogue.rules());
    }

    /** {@code GET /v1/rules/{decision}}: those of a decision. */
    void ofDecision(RoutingContext context) {
        String decision = Paths.decision(context, decisions);
        answer(context, of(decision));
    }

    /** {@code GET /v1/rules/{decision}/{rule}}: one. */
    void one(RoutingContext context) {
        String decision = Paths.decision(context, decisions);
        String name = context.pathParam(Paths.RULE);
        RuleInfo rule = of(decision).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("decision `%s` has no rule `%s`".formatted(decision, name))
                        .asException());
        Responses.json(context, rule);
    }

    private List<RuleInfo> of(String decision) {
        return catalogue.rules().stream()
                .filter(it -> it.decision().equals(decision))
                .toList();
    }

    private void answer(RoutingContext context, List<RuleInfo> rules) {
        Responses.json(context, new Rules(catalogue.revision(), rules));
    }

    private record Rules(String revision, List<RuleInfo> rules) {}
}
