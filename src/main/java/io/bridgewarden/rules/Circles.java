package io.bridgewarden.rules;

import io.bridgewarden.rules.RuleProblem.Kind;
import io.bridgewarden.rules.RuleReader.ParsedRule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds conclusions that follow from themselves, which the engine would keep after their ground is gone. */
final class Circles {
    /** By what is matched: each rule that matches it and concludes something. */
    private final Map<String, List<Step>> steps = new TreeMap<>();

    private record Step(RuleInfo rule, String conclusion) {}

    private Circles(List<ParsedRule> rules) {
        for (ParsedRule it : rules) {
            for (String matched : it.matches()) {
                for (String concluded : it.info().concludes()) {
                    steps.computeIfAbsent(matched, key -> new ArrayList<>()).add(new Step(it.info(), concluded));
                }
            }
        }
    }

    /** One problem for each shortest circle among the rules of a decision, at the first of its rules. */
    static List<RuleProblem> among(List<ParsedRule> rules) {
        Circles circles = new Circles(rules);
        List<RuleProblem> problems = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (String start : circles.steps.keySet()) {
            List<Step> circle = told.contains(start) ? List.of() : circles.from(start);
            if (!circle.isEmpty()) {
                circle.forEach(it -> told.add(it.conclusion()));
                problems.add(problem(start, circle));
            }
        }
        return problems;
    }

    /** The shortest way from a conclusion back to it; empty if there is none. */
    private List<Step> from(String start) {
        Map<String, List<Step>> ways = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        ways.put(start, List.of());
        while (!open.isEmpty()) {
            String reached = open.remove();
            for (Step it : steps.getOrDefault(reached, List.of())) {
                List<Step> way = new ArrayList<>(ways.get(reached));
                way.add(it);
                if (it.conclusion().equals(start)) {
                    return way;
                }
                if (ways.putIfAbsent(it.conclusion(), way) == null) {
                    open.add(it.conclusion());
                }
            }
        }
        return List.of();
    }

    private static RuleProblem problem(String start, List<Step> circle) {
        RuleInfo first = circle.get(0).rule();
        String shown = circle.stream()
                .map(it -> " -> `%s` by rule `%s`"
                        .formatted(it.conclusion(), it.rule().name()))
                .collect(Collectors.joining());
        return new RuleProblem(
                Kind.CIRCLE,
                first.file(),
                first.line(),
                1,
                "nothing may follow from itself, and `%s`%s does; conclude another thing, and match that"
                        .formatted(start, shown));
    }
}
