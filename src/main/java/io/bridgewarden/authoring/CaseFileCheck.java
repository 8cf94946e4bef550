package io.bridgewarden.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.authoring.Finding.Severity;
import io.bridgewarden.documents.JsonPlaces;
import io.bridgewarden.documents.JsonPlaces.Place;
import io.bridgewarden.documents.Problem.Violation;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.documents.Words;
import io.bridgewarden.rules.RuleInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks case files against their schema, the rules they are about and the requests their decisions take. */
final class CaseFileCheck {
    private static final Pattern PLACE = Pattern.compile("\\s*\\(line (\\d+), column (\\d+)\\)");
    private static final Schemas SCHEMAS = Schemas.shipped();

    private final List<RuleInfo> rules;
    private final List<Finding> findings;
    private final Set<String> tested = new HashSet<>();
    private int count;

    /** @param findings where what is found goes */
    CaseFileCheck(List<RuleInfo> rules, List<Finding> findings) {
        this.rules = rules;
        this.findings = findings;
    }

    /** Names of the rules that the files checked so far are about. */
    Set<String> tested() {
        return tested;
    }

    /** How many cases there were in the files checked so far. */
    int count() {
        return count;
    }

    void check(CaseFile file) {
        JsonNode json;
        try {
            json = file.json();
        } catch (ProblemException e) {
            e.problem().errors().forEach(it -> malformed(file, it));
            return;
        }
        JsonPlaces places = JsonPlaces.of(file.text());
        SCHEMAS.violations("rule-case", json, "#").forEach(it -> violation(file, places, it));
        for (RuleCase it : file.cases()) {
            count++;
            tested.add(it.rule());
            check(file, places, it);
        }
    }

    private void malformed(CaseFile file, Violation violation) {
        Matcher place = PLACE.matcher(violation.detail());
        boolean found = place.find();
        add(
                file,
                "malformed-cases",
                "a case file is not JSON",
                found ? new Place(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2))) : new Place(1, 1),
                found ? place.replaceFirst("") : violation.detail());
    }

    private void violation(CaseFile file, JsonPlaces places, Violation violation) {
        add(
                file,
                "invalid-case",
                "a case is not as its schema or the schema of its request says",
                places.at(violation.pointer()),
                violation.pointer() + ": " + violation.detail());
    }

    private void check(CaseFile file, JsonPlaces places, RuleCase given) {
        String at = "/cases/" + (given.number() - 1);
        if (given.json().path("request").isObject() && SCHEMAS.names().contains(file.decision() + "-request")) {
            SCHEMAS.violations(file.decision() + "-request", given.request(), "#" + at + "/request")
                    .forEach(it -> violation(file, places, it));
        }
        if (!given.json().path("rule").isTextual()) {
            return;
        }
        Optional<RuleInfo> rule = rules.stream()
                .filter(it -> it.decision().equals(file.decision()) && it.name().equals(given.rule()))
                .findFirst();
        if (rule.isEmpty()) {
            unknownRule(file, places.at(at + "/rule"), given.rule());
        } else if (given.json().path("misses").isTextual()) {
            condition(file, places.at(at + "/misses"), given, rule.get());
        }
    }

    private void unknownRule(CaseFile file, Place place, String name) {
        Set<String> known = rules.stream()
                .filter(it -> it.decision().equals(file.decision()))
                .map(RuleInfo::name)
                .collect(Collectors.toCollection(TreeSet::new));
        add(
                file,
                "unknown-rule",
                "a case names a rule that there is not",
                place,
                "there is no rule `%s` in `%s`%s"
                        .formatted(Words.shortened(name), file.decision(), meant(name, known)));
    }

    private void condition(CaseFile file, Place place, RuleCase given, RuleInfo rule) {
        Set<String> known = new TreeSet<>();
        rule.conditions().forEach(it -> known.addAll(List.of(it.words(), it.text())));
        if (!known.contains(given.misses())) {
            add(
                    file,
                    "unknown-condition",
                    "a case names a condition that its rule does not have",
                    place,
                    "rule `%s` has no condition `%s`%s"
                            .formatted(rule.name(), Words.shortened(given.misses()), meant(given.misses(), known)));
        }
    }

    private static String meant(String name, Set<String> known) {
        return Words.nearest(name, known).map("; did you mean `%s`?"::formatted).orElse("");
    }

    private void add(CaseFile file, String code, String title, Place place, String message) {
        findings.add(new Finding(Severity.ERROR, code, title, file.path(), place.line(), place.column(), message));
    }
}
