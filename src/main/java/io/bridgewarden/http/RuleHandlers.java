package io.bridgewarden.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.http.RuleDocuments.CaseDocument;
import io.bridgewarden.http.RuleDocuments.Revisions;
import io.bridgewarden.http.RuleDocuments.Rule;
import io.bridgewarden.http.RuleDocuments.Rules;
import io.bridgewarden.rules.Revision;
import io.bridgewarden.rules.RuleInfo;
import io.bridgewarden.rules.RulesStatus;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /v1/rules}: the rules in force, as they are written; and which revision of them is. */
final class RuleHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(RuleHandlers.class);

    private final Catalogue catalogue;
    private final Schemas schemas;
    private final Set<String> decisions;

    RuleHandlers(Catalogue catalogue, Schemas schemas, Set<String> decisions) {
        this.catalogue = catalogue;
        this.schemas = schemas;
        this.decisions = decisions;
    }

    /** {@code GET /v1/rules}: all of them. */
    void all(RoutingContext context) {
        answer(context, decision -> true);
    }

    /** {@code GET /v1/rules/{decision}}: those of a decision. */
    void ofDecision(RoutingContext context) {
        String decision = Paths.decision(context, decisions);
        answer(context, decision::equals);
    }

    /** {@code GET /v1/rules/{decision}/{rule}}: one. */
    void one(RoutingContext context) {
        String decision = Paths.decision(context, decisions);
        String name = context.pathParam(Paths.RULE);
        RuleInfo rule = catalogue.status().rules().stream()
                .filter(it -> it.decision().equals(decision) && it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("decision `%s` has no rule `%s`".formatted(decision, name))
                        .asException());
        Responses.json(context, document(rule));
    }

    /** {@code GET /v1/rules/revisions}: those that are kept. */
    void revisions(RoutingContext context) {
        Responses.json(context, Revisions.of(catalogue.revisions()));
    }

    /** {@code POST /v1/rules/activate}: puts one of them in force. */
    void activate(RoutingContext context) {
        ObjectNode body = JsonBody.read(context);
        schemas.check("rule-revision", body);
        String named = body.get("revision").asText();
        List<String> meant = catalogue.revisions().stream()
                .map(Revision::revision)
                .filter(it -> it.startsWith(named))
                .toList();
        if (meant.size() > 1) {
            throw unknown("several revisions that are kept start with `%s`; give more digits".formatted(named));
        }
        if (meant.isEmpty() || !catalogue.activate(meant.get(0))) {
            throw unknown("no revision `%s` is kept; `GET /v1/rules/revisions` lists those that are".formatted(named));
        }
        LOG.info("`{}` put rules {} in force", Access.caller(context).name(), meant.get(0));
        revisions(context);
    }

    /** {@code POST /v1/rules/rollback}: puts the one in force that was so before. */
    void rollBack(RoutingContext context) {
        if (!catalogue.rollBack()) {
            throw Problem.conflict("no revision is kept that was in force before this one")
                    .asException();
        }
        LOG.info(
                "`{}` went back to rules {}",
                Access.caller(context).name(),
                catalogue.status().revision());
        revisions(context);
    }

    private static ProblemException unknown(String detail) {
        return Problem.invalid("#/revision", "unknown-revision", detail).asException();
    }

    private void answer(RoutingContext context, Predicate<String> asked) {
        RulesStatus now = catalogue.status();
        Responses.json(
                context,
                Rules.of(
                        now,
                        now.files().stream()
                                .filter(it -> asked.test(it.decision()))
                                .toList(),
                        now.rules().stream()
                                .filter(it -> asked.test(it.decision()))
                                .map(this::document)
                                .toList()));
    }

    private Rule document(RuleInfo rule) {
        List<CaseDocument> cases =
                catalogue.cases(rule).stream().map(CaseDocument::of).toList();
        return new Rule(rule, cases, catalogue.timesFired(rule));
    }
}
