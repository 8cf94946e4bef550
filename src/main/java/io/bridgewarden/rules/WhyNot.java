package io.bridgewarden.rules;

import io.bridgewarden.rules.RuleInfo.Condition;
import io.bridgewarden.rules.RuleReader.Parsed;
import io.bridgewarden.rules.RuleReader.ParsedRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.MatchCreatedEvent;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;

/**
 * Tells which condition kept a rule from firing. Every rule is also compiled into probes, one for each of its conditions
 * with all before it; the first probe without a match names the condition that failed. Safe to share between threads.
 */
public final class WhyNot implements AutoCloseable {
    private final List<Parsed> parsed;
    private final KieContainer probes;

    private WhyNot(List<Parsed> parsed, KieContainer probes) {
        this.parsed = parsed;
        this.probes = probes;
    }

    /** Compiles the probes of one decision's files; takes seconds. */
    static WhyNot compile(List<Parsed> parsed) {
        String decision = parsed.get(0).file().decision();
        return new WhyNot(
                List.copyOf(parsed),
                RuleCompiler.compile(Map.of(decision + "/why-not.drl", drl(decision, parsed)), parsed));
    }

    /**
     * A rule that did not fire.
     *
     * @param met how many of its conditions were met
     * @param failed the first that was not
     * @param missing how many were not met or never came to be asked, with the failed one
     * @param file where the rule stands
     */
    public record Blocked(String rule, int met, Condition failed, int missing, String file) {
        /** The share of its conditions that were met, from 0 to just below 1. */
        double closeness() {
            return (double) met / (met + missing);
        }
    }

    /**
     * Probes the facts of one request.
     *
     * @param facts the facts of the request and every conclusion drawn from them
     * @throws RulesDidNotSettleException if a rule joins too many facts with too many
     */
    public Findings probe(Collection<?> facts) {
        return new Findings(parsed, matches(facts));
    }

    /** Which conditions were met by the facts of one request. */
    public static final class Findings {
        private final List<Parsed> parsed;
        private final Map<String, List<List<Object>>> matches;

        private Findings(List<Parsed> parsed, Map<String, List<List<Object>>> matches) {
            this.parsed = parsed;
            this.matches = matches;
        }

        /**
         * The rules that did not fire on one thing, those that came closest first.
         *
         * @param rules which rules to ask about
         * @param kind whether a value that a rule bound is of the kind in question; a match that binds none counts for
         *     everything
         * @param about whether such a value is the thing in question
         */
        public List<Blocked> blocked(Predicate<RuleInfo> rules, Predicate<Object> kind, Predicate<Object> about) {
            List<Blocked> blocked = new ArrayList<>();
            int number = 0;
            for (Parsed file : parsed) {
                for (ParsedRule rule : file.rules()) {
                    if (rules.test(rule.info())) {
                        firstFailure(number, rule.info(), kind, about).ifPresent(blocked::add);
                    }
                    number++;
                }
            }
            blocked.sort(Comparator.comparingDouble(Blocked::closeness)
                    .reversed()
                    .thenComparing(Blocked::missing)
                    .thenComparing(Blocked::rule));
            return blocked;
        }

        private Optional<Blocked> firstFailure(
                int number, RuleInfo rule, Predicate<Object> kind, Predicate<Object> about) {
            List<Condition> conditions = rule.conditions();
            for (int i = 0; i < conditions.size(); i++) {
                List<List<Object>> bound = matches.getOrDefault(name(number, i), List.of());
                if (bound.stream()
                        .noneMatch(
                                it -> it.stream().anyMatch(about) || it.stream().noneMatch(kind))) {
                    return Optional.of(
                            new Blocked(rule.name(), i, conditions.get(i), conditions.size() - i, rule.file()));
                }
            }
            return Optional.empty();
        }
    }

    /** For each probe that matches, what its matches bound. */
    private Map<String, List<List<Object>>> matches(Collection<?> facts) {
        Map<String, List<List<Object>>> matches = new HashMap<>();
        KieSession session = probes.newKieSession();
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
            JoinBudget.within(Engine.combinations(facts.size()), session::fireAllRules);
            return matches;
        } catch (JoinBudget.SpentException e) {
            throw RulesDidNotSettleException.joins(parsed.get(0).file().decision());
        } finally {
            session.dispose();
        }
    }

    private static String drl(String decision, List<Parsed> parsed) {
        StringBuilder drl = new StringBuilder("package ").append(decision).append(";\n");
        Set<String> imports = new LinkedHashSet<>();
        parsed.forEach(file -> imports.addAll(file.imports()));
        imports.forEach(it -> drl.append(it).append(";\n"));
        int number = 0;
        for (Parsed file : parsed) {
            for (ParsedRule rule : file.rules()) {
                for (int i = 0; i < rule.prefixes().size(); i++) {
                    drl.append("rule \"")
                            .append(name(number, i))
                            .append("\" when\n")
                            .append(rule.prefixes().get(i))
                            .append("then end\n");
                }
                number++;
            }
        }
        return drl.toString();
    }

    private static String name(int rule, int condition) {
        return "r" + rule + "c" + condition;
    }

    @Override
    public void close() {
        probes.dispose();
    }
}
