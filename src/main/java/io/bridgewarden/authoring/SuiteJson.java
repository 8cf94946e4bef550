package io.bridgewarden.authoring;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.rules.RuleInfo;

/** Writes what came of cases as JSON, the same for the same rules and cases. */
public final class SuiteJson {
    private SuiteJson() {}

    /** {@code revision}, {@code passed} and {@code failed} as counts, and {@code cases}. */
    public static ObjectNode of(SuiteReport report) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("revision", report.revision());
        json.put("passed", report.cases().size() - report.failed().size());
        json.put("failed", report.failed().size());
        ArrayNode cases = json.putArray("cases");
        report.cases().forEach(it -> cases.add(of(it)));
        return json;
    }

    private static ObjectNode of(CaseReport report) {
        RuleCase given = report.ruleCase();
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("decision", given.decision());
        json.put("file", given.file());
        json.put("line", given.line());
        json.put("rule", given.rule());
        RuleInfo rule = report.rule();
        if (rule != null) {
            json.put("rule_file", rule.file());
            json.put("rule_line", rule.line());
        }
        json.put("because", given.because());
        json.put("passed", report.passed());
        ArrayNode mismatches = json.putArray("mismatches");
        report.mismatches().forEach(it -> mismatches.add(of(it)));
        ArrayNode fired = json.putArray("fired");
        report.fired().forEach(fired::add);
        if (report.closest() != null) {
            json.set("closest", Json.mapper().valueToTree(report.closest()));
        }
        return json;
    }

    private static ObjectNode of(Mismatch mismatch) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("pointer", mismatch.pointer());
        json.put("detail", mismatch.detail());
        if (!mismatch.expected().isMissingNode()) {
            json.set("expected", mismatch.expected());
        }
        if (!mismatch.actual().isMissingNode()) {
            json.set("actual", mismatch.actual());
        }
        return json;
    }
}
