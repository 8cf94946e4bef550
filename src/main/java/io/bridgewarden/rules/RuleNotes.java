package io.bridgewarden.rules;

import io.bridgewarden.documents.Words;
import io.bridgewarden.rules.RuleProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds rules that do not tell what they do, where that is laid down and since when. They work, and explain nothing. */
final class RuleNotes {
    private RuleNotes() {}

    static List<RuleProblem> missing(List<RuleInfo> rules) {
        List<RuleProblem> problems = new ArrayList<>();
        for (RuleInfo rule : rules) {
            List<String> missing = new ArrayList<>();
            addIfBlank("doc", rule.doc(), missing);
            addIfBlank("source", rule.source(), missing);
            addIfBlank("since", rule.since(), missing);
            if (!missing.isEmpty()) {
                problems.add(problem(rule, missing));
            }
        }
        return problems;
    }

    private static void addIfBlank(String note, String text, List<String> missing) {
        if (text.isBlank()) {
            missing.add(note);
        }
    }

    private static RuleProblem problem(RuleInfo rule, List<String> missing) {
        String notes = missing.stream().map("`@%s( \"...\" )`"::formatted).collect(Collectors.joining(" and "));
        return new RuleProblem(
                Kind.NOTES,
                rule.file(),
                rule.line(),
                1,
                "rule `%s` lacks %s".formatted(Words.shortened(rule.name()), notes));
    }
}
