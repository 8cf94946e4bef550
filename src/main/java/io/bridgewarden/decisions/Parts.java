package io.bridgewarden.decisions;

import io.bridgewarden.rules.Evaluation;
import io.bridgewarden.rules.Evaluation.Concluded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parts of an answer as rules settled them, one conclusion for each. Immutable. */
public final class Parts {
    private final Map<String, Settled> byPart;

    private record Settled(Part conclusion, String rule) {
        // Which of several holds must not depend on which fired first.
        private static final Comparator<Settled> ORDER = Comparator.comparing(it -> it.conclusion.toString());
    }

    private Parts(Map<String, Settled> byPart) {
        this.byPart = byPart;
    }

    /** Weighs conclusions: where several settle the same part, the one whose text sorts first holds. */
    public static Parts resolve(Evaluation rules) {
        Map<String, Settled> byPart = new TreeMap<>();
        for (Concluded it : rules.concluded()) {
            if (it.conclusion() instanceof Part part) {
                byPart.merge(
                        part.part(), new Settled(part, it.rule()), (a, b) -> Settled.ORDER.compare(a, b) <= 0 ? a : b);
            }
        }
        return new Parts(byPart);
    }

    /** The conclusions of one type, by part; empty if no rule gave one. */
    public <T extends Part> List<T> all(Class<T> type) {
        List<T> found = new ArrayList<>();
        for (Settled it : byPart.values()) {
            if (type.isInstance(it.conclusion())) {
                found.add(type.cast(it.conclusion()));
            }
        }
        return found;
    }

    /** The first of {@link #all}, for a type that settles one part only. */
    public <T extends Part> Optional<T> one(Class<T> type) {
        return all(type).stream().findFirst();
    }

    /** Why each part is as it is, by part. */
    public List<Because> because() {
        List<Because> because = new ArrayList<>(byPart.size());
        byPart.forEach(
                (part, it) -> because.add(new Because(part, it.conclusion().reason(), it.rule())));
        return because;
    }
}
