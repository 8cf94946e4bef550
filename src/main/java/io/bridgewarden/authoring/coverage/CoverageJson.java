package io.bridgewarden.authoring.coverage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.authoring.RuleCase;
import io.bridgewarden.authoring.coverage.Coverage.OfCondition;
import io.bridgewarden.authoring.coverage.Coverage.OfRule;
import io.bridgewarden.documents.Json;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes coverage as JSON, the same for the same rules and cases. */
public final class CoverageJson {
    private CoverageJson() {}

    /** {@code revision}, the shares of all rules and conditions, and the same of each decision with its rules. */
    public static ObjectNode of(Coverage coverage) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("revision", coverage.revision());
        shares(json, coverage.rules());
        ArrayNode decisions = json.putArray("decisions");
        coverage.byDecision().forEach((decision, rules) -> {
            ObjectNode one = decisions.addObject().put("decision", decision);
            shares(one, rules);
            ArrayNode details = one.putArray("rule_details");
            rules.forEach(it -> details.add(of(it)));
        });
        return json;
    }

    private static void shares(ObjectNode json, List<OfRule> rules) {
        for (Measure measure : Measure.values()) {
            Share share = Coverage.share(rules, measure);
            json.putObject(measure.name().toLowerCase(Locale.ROOT))
                    .put("covered", share.covered())
                    .put("total", share.total())
                    .put("percent", share.percent());
        }
    }

    private static ObjectNode of(OfRule rule) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("rule", rule.rule().name());
        json.put("file", rule.rule().file());
        json.put("line", rule.rule().line());
        json.put("covered", rule.covered());
        json.put("fired", place(rule.fired()));
        json.put("not_fired", place(rule.notFired()));
        ArrayNode conditions = json.putArray("conditions");
        rule.conditions().forEach(it -> conditions.add(of(it)));
        return json;
    }

    private static ObjectNode of(OfCondition condition) {
        return Json.mapper()
                .createObjectNode()
                .put("words", condition.condition().words())
                .put("condition", condition.condition().text())
                .put("line", condition.condition().line())
                .put("tie", condition.isTie())
                .put("covered", condition.covered())
                .put("met", place(condition.met()))
                .put("missed", place(condition.missed()));
    }

    private static @Nullable String place(@Nullable RuleCase shown) {
        return shown == null ? null : shown.place();
    }
}
