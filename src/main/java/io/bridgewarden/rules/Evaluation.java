package io.bridgewarden.rules;

import io.bridgewarden.facts.Conclusion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What rules concluded from the facts of one request. Each conclusion that stands is there once, in no order. */
public final class Evaluation {
    private final List<Concluded> concluded;
    private final Map<Class<?>, List<Concluded>> byType = new HashMap<>();

    Evaluation(List<Concluded> concluded) {
        this.concluded = List.copyOf(concluded);
        for (Concluded it : concluded) {
            byType.computeIfAbsent(it.conclusion().getClass(), type -> new ArrayList<>())
                    .add(it);
        }
    }

    /** What is left where rules had no say. */
    public static Evaluation none() {
        return new Evaluation(List.of());
    }

    /** Every conclusion that stands, with what supports it. */
    public List<Concluded> concluded() {
        return concluded;
    }

    /** The conclusions of one type, each with the rule behind it. */
    public <T extends Conclusion> List<Reasoned<T>> of(Class<T> type) {
        List<Concluded> found = byType.getOrDefault(type, List.of());
        List<Reasoned<T>> reasoned = new ArrayList<>(found.size());
        for (Concluded it : found) {
            reasoned.add(new Reasoned<>(type.cast(it.conclusion()), it.rule()));
        }
        return reasoned;
    }

    /** A conclusion and the rule that gave it; the first by name, if several did. */
    public record Reasoned<T extends Conclusion>(T conclusion, String rule) {}

    /**
     * A conclusion and what supports it.
     *
     * @param firings at least one, by name of rule
     */
    public record Concluded(Conclusion conclusion, List<Firing> firings) {
        public Concluded {
            firings = List.copyOf(firings);
        }

        /** The rule that gave it; the first by name, if several did. */
        public String rule() {
            return firings.get(0).rule();
        }
    }

    /**
     * A rule that fired.
     *
     * @param on the facts and conclusions it fired on, in the order of its conditions
     */
    public record Firing(String rule, List<Object> on) {}
}
