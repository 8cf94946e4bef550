package io.bridgewarden.decisions;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.rules.Evaluation;
import io.bridgewarden.rules.Evaluation.Reasoned;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Settles what rules conclude about each of several things: of the conclusions about one, the strongest holds. Immutable.
 *
 * @param <K> what tells the things apart, such as the name of a switch
 * @param <T> the type of conclusion
 */
public final class Strongest<K, T extends Conclusion> {
    /** The reason where no rule has anything to say about a thing. */
    public static final String NO_RULE = "no-rule";

    private final Map<K, Reasoned<T>> strongest;
    private final Function<T, String> reason;

    private Strongest(Map<K, Reasoned<T>> strongest, Function<T, String> reason) {
        this.strongest = strongest;
        this.reason = reason;
    }

    /**
     * Settles one type of conclusion.
     *
     * @param about the thing that a conclusion is about
     * @param reason why, as answers have it
     * @param order the strongest first; what it leaves equal is settled by reason and rule
     */
    public static <K, T extends Conclusion> Strongest<K, T> of(
            Evaluation rules, Class<T> type, Function<T, K> about, Function<T, String> reason, Comparator<T> order) {
        Comparator<Reasoned<T>> strength = Comparator.comparing(
                        (Reasoned<T> it) -> it.conclusion(), order.thenComparing(reason))
                .thenComparing(Reasoned::rule);
        Map<K, Reasoned<T>> strongest = new HashMap<>();
        for (Reasoned<T> it : rules.of(type)) {
            strongest.merge(about.apply(it.conclusion()), it, (a, b) -> strength.compare(a, b) <= 0 ? a : b);
        }
        return new Strongest<>(strongest, reason);
    }

    /** As {@link #of(Evaluation, Class, Function, Function, Comparator)}, where all are as strong. */
    public static <K, T extends Conclusion> Strongest<K, T> of(
            Evaluation rules, Class<T> type, Function<T, K> about, Function<T, String> reason) {
        return of(rules, type, about, reason, Comparator.comparing(reason));
    }

    /** Whether any rule has something to say about a thing. */
    public boolean speaksOf(K thing) {
        return strongest.containsKey(thing);
    }

    /** The things that rules have something to say about, in no order. */
    public Iterable<K> things() {
        return strongest.keySet();
    }

    /** A part of the conclusion that holds; {@code otherwise} if there is none. */
    public <V> V get(K thing, Function<T, V> part, V otherwise) {
        Reasoned<T> it = strongest.get(thing);
        return it == null ? otherwise : part.apply(it.conclusion());
    }

    /** As {@link #get}, for a part that may be missing; null if it is, or there is no conclusion. */
    public <V> @Nullable V find(K thing, Function<T, @Nullable V> part) {
        Reasoned<T> it = strongest.get(thing);
        return it == null ? null : part.apply(it.conclusion());
    }

    /** Why it holds; {@link #NO_RULE} if there is none. */
    public String reason(K thing) {
        return get(thing, reason, NO_RULE);
    }

    /** {@link #reason} and {@link #rule} together. */
    public Why why(K thing) {
        return new Why(reason(thing), rule(thing));
    }

    /** The rule that says so; empty if there is none. */
    public String rule(K thing) {
        Reasoned<T> it = strongest.get(thing);
        return it == null ? "" : it.rule();
    }

    /** A constant as answers spell it: {@code COME_UP} is {@code come-up}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
