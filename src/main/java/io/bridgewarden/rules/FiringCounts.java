package io.bridgewarden.rules;

import io.bridgewarden.rules.Evaluation.Concluded;
import io.bridgewarden.rules.Evaluation.Firing;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How often each rule fired, over all revisions that had it under its name. A firing counts if what it concluded stood in
 * the end. Safe to share between threads.
 */
class FiringCounts {
    private static final FiringCounts NONE = new FiringCounts() {
        @Override
        void add(String decision, Evaluation evaluation) {}
    };

    private final Map<String, Map<String, LongAdder>> byDecision = new ConcurrentHashMap<>();

    /** Counts nothing. */
    static FiringCounts none() {
        return NONE;
    }

    void add(String decision, Evaluation evaluation) {
        Map<String, LongAdder> ofDecision = byDecision.computeIfAbsent(decision, it -> new ConcurrentHashMap<>());
        for (Concluded concluded : evaluation.concluded()) {
            for (Firing firing : concluded.firings()) {
                LongAdder count = ofDecision.get(firing.rule());
                if (count == null) {
                    count = ofDecision.computeIfAbsent(firing.rule(), it -> new LongAdder());
                }
                count.increment();
            }
        }
    }

    /** How often a rule fired so far. */
    long of(RuleInfo rule) {
        LongAdder count = byDecision.getOrDefault(rule.decision(), Map.of()).get(rule.name());
        return count == null ? 0 : count.sum();
    }
}
