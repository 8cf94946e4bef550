package io.bridgewarden.decisions;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.rules.Evaluation;
import io.bridgewarden.rules.Evaluation.Reasoned;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Settles what rules conclude about one thing: of several conclusions the strongest holds. */
public final class Strongest {
    private Strongest() {}

    /**
     * For each thing that a type of conclusion is about, the conclusion that holds.
     *
     * @param about the thing, such as the name of a switch
     * @param order the strongest first; what it leaves equal is settled by the name of the rule
     */
    public static <T extends Conclusion, K> Map<K, Reasoned<T>> of(
            Evaluation rules, Class<T> type, Function<T, K> about, Comparator<T> order) {
        Comparator<Reasoned<T>> strength =
                Comparator.comparing((Reasoned<T> it) -> it.conclusion(), order).thenComparing(Reasoned::rule);
        Map<K, Reasoned<T>> strongest = new HashMap<>();
        for (Reasoned<T> it : rules.of(type)) {
            strongest.merge(about.apply(it.conclusion()), it, (a, b) -> strength.compare(a, b) <= 0 ? a : b);
        }
        return strongest;
    }

    /** A constant as answers spell it: {@code COME_UP} is {@code come-up}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
