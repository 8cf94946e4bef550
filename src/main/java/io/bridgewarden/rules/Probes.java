package io.bridgewarden.rules;

import io.bridgewarden.rules.RuleReader.Parsed;
import io.bridgewarden.rules.RuleReader.ParsedRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.MatchCreatedEvent;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;

/**
 * Probes of some rules, compiled together: for each condition a rule without consequence that matches what is met up to
 * there. A probe depends on nothing but the conditions, so all revisions with the same conditions share it; the last to
 * let go closes them. Safe to share between threads.
 */
final class Probes {
    private final Map<Conditions, Integer> numbers;
    private final KieContainer container;
    private final AtomicInteger sharers = new AtomicInteger(1);

    private Probes(Map<Conditions, Integer> numbers, KieContainer container) {
        this.numbers = numbers;
        this.container = container;
    }

    /**
     * What a rule's probes are compiled from.
     *
     * @param imports what its names stand for
     * @param prefixes its conditions, each with all before it
     */
    record Conditions(Set<String> imports, List<String> prefixes) {
        Conditions {
            imports = Set.copyOf(imports);
            prefixes = List.copyOf(prefixes);
        }

        static Conditions of(Set<String> imports, ParsedRule rule) {
            return new Conditions(imports, rule.prefixes());
        }
    }

    /**
     * Compiles probes for one sharer; takes seconds.
     *
     * @param rules of one decision, all with the same imports
     * @param parsed the files of their decision
     */
    static Probes compile(List<Conditions> rules, List<Parsed> parsed) {
        String decision = parsed.get(0).file().decision();
        Map<Conditions, Integer> numbers = new LinkedHashMap<>();
        rules.forEach(it -> numbers.putIfAbsent(it, numbers.size()));
        return new Probes(
                Map.copyOf(numbers),
                RuleCompiler.compile(Map.of(decision + "/why-not.drl", drl(decision, numbers)), parsed));
    }

    private static String drl(String decision, Map<Conditions, Integer> numbers) {
        StringBuilder drl = new StringBuilder("package ").append(decision).append(";\n");
        numbers.keySet().stream()
                .flatMap(it -> it.imports().stream())
                .distinct()
                .sorted()
                .forEach(it -> drl.append(it).append(";\n"));
        numbers.forEach((rule, number) -> {
            for (int i = 0; i < rule.prefixes().size(); i++) {
                drl.append("rule \"")
                        .append(name(number, i))
                        .append("\" when\n")
                        .append(rule.prefixes().get(i))
                        .append("then end\n");
            }
        });
        return drl.toString();
    }

    boolean has(Conditions rule) {
        return numbers.containsKey(rule);
    }

    /** The number, within these, of a rule that is among them. */
    int number(Conditions rule) {
        return Objects.requireNonNull(numbers.get(rule));
    }

    /** The name of the probe for one condition of a rule, by their numbers. */
    static String name(int rule, int condition) {
        return "r" + rule + "c" + condition;
    }

    /** For each probe that matches, by its name, what its matches bound. */
    Map<String, List<List<Object>>> matches(Collection<?> facts) {
        Map<String, List<List<Object>>> matches = new HashMap<>();
        KieSession session = container.newKieSession();
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void matchCreated(MatchCreatedEvent event) {
                    Match match = event.getMatch();
                    List<Object> bound = new ArrayList<>();
                    for (String variable : match.getDeclarationIds()) {
                        bound.add(match.getDeclarationValue(variable));
                    }
                    matches.computeIfAbsent(match.getRule().getName(), it -> new ArrayList<>())
                            .add(bound);
                }
            });
            facts.forEach(session::insert);
            session.fireAllRules();
            return matches;
        } finally {
            session.dispose();
        }
    }

    /**
     * One sharer more.
     *
     * @return false if all have let go already, and they cannot be used
     */
    boolean share() {
        return sharers.getAndUpdate(it -> it == 0 ? 0 : it + 1) > 0;
    }

    /** One sharer less. */
    void letGo() {
        if (sharers.decrementAndGet() == 0) {
            container.dispose();
        }
    }
}
