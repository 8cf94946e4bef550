package io.bridgewarden.rules;

import io.bridgewarden.rules.Probes.Conditions;
import io.bridgewarden.rules.RuleInfo.Condition;
import io.bridgewarden.rules.RuleReader.Parsed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tells which condition kept a rule from firing. Every rule is also compiled into probes, one for each of its conditions
 * with all before it; the first probe without a match names the condition that failed. Safe to share between threads.
 */
public final class WhyNot implements AutoCloseable {
    // Each set of probes is a session more for every question.
    private static final int MOST_SETS = 8;

    private final String decision;
    private final List<Probed> rules;
    private final Set<Probes> probes;
    private final Optional<Probes> own;

    private WhyNot(String decision, List<Probed> rules, Optional<Probes> own) {
        this.decision = decision;
        this.rules = List.copyOf(rules);
        this.probes = rules.stream().map(Probed::probes).collect(Collectors.toUnmodifiableSet());
        this.own = own;
    }

    /** A rule, and where its probes are. */
    private record Probed(RuleInfo rule, Probes probes, int number) {
        private List<List<Object>> matches(Map<Probes, Map<String, List<List<Object>>>> matches, int condition) {
            return matches.getOrDefault(probes, Map.of()).getOrDefault(Probes.name(number, condition), List.of());
        }
    }

    /**
     * Compiles the probes of one decision's files, as far as none are known; takes seconds.
     *
     * @param known probes of an earlier revision, held by the caller as long as this is open
     */
    static WhyNot compile(List<Parsed> parsed, List<Probes> known) {
        Set<String> imports =
                parsed.stream().flatMap(it -> it.imports().stream()).collect(Collectors.toSet());
        Map<RuleInfo, Conditions> conditions = new LinkedHashMap<>();
        parsed.forEach(file -> file.rules().forEach(it -> conditions.put(it.info(), Conditions.of(imports, it))));
        Map<Conditions, Probes> found = found(conditions.values(), known);
        List<Conditions> missing = conditions.values().stream()
                .filter(it -> !found.containsKey(it))
                .toList();
        Optional<Probes> own = missing.isEmpty() ? Optional.empty() : Optional.of(Probes.compile(missing, parsed));
        own.ifPresent(it -> missing.forEach(its -> found.put(its, it)));
        List<Probed> rules = new ArrayList<>();
        conditions.forEach((rule, its) -> {
            Probes probes = Objects.requireNonNull(found.get(its));
            rules.add(new Probed(rule, probes, probes.number(its)));
        });
        return new WhyNot(parsed.get(0).file().decision(), rules, own);
    }

    private static Map<Conditions, Probes> found(Collection<Conditions> rules, List<Probes> known) {
        Map<Conditions, Probes> found = new HashMap<>();
        for (Conditions rule : rules) {
            known.stream().filter(it -> it.has(rule)).findFirst().ifPresent(it -> found.put(rule, it));
        }
        return Set.copyOf(found.values()).size() < MOST_SETS ? found : new HashMap<>();
    }

    /** Every set of probes that it uses. */
    Set<Probes> probes() {
        return probes;
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
        Map<Probes, Map<String, List<List<Object>>>> matches = new HashMap<>();
        try {
            JoinBudget.within(
                    Engine.combinations(facts.size()), () -> probes.forEach(it -> matches.put(it, it.matches(facts))));
            return new Findings(rules, matches);
        } catch (JoinBudget.SpentException e) {
            throw RulesDidNotSettleException.joins(decision);
        }
    }

    /** Which conditions were met by the facts of one request. */
    public static final class Findings {
        private final List<Probed> rules;
        private final Map<Probes, Map<String, List<List<Object>>>> matches;

        private Findings(List<Probed> rules, Map<Probes, Map<String, List<List<Object>>>> matches) {
            this.rules = rules;
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
            return this.rules.stream()
                    .filter(it -> rules.test(it.rule()))
                    .flatMap(it -> firstFailure(it, kind, about).stream())
                    .sorted(Comparator.comparingDouble(Blocked::closeness)
                            .reversed()
                            .thenComparing(Blocked::missing)
                            .thenComparing(Blocked::rule))
                    .toList();
        }

        private Optional<Blocked> firstFailure(Probed probed, Predicate<Object> kind, Predicate<Object> about) {
            RuleInfo rule = probed.rule();
            List<Condition> conditions = rule.conditions();
            for (int i = 0; i < conditions.size(); i++) {
                if (probed.matches(matches, i).stream()
                        .noneMatch(
                                it -> it.stream().anyMatch(about) || it.stream().noneMatch(kind))) {
                    return Optional.of(
                            new Blocked(rule.name(), i, conditions.get(i), conditions.size() - i, rule.file()));
                }
            }
            return Optional.empty();
        }
    }

    /** Lets go of the probes that were not known before. */
    @Override
    public void close() {
        own.ifPresent(Probes::letGo);
    }
}
