package io.bridgewarden.decisions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Holds a decision to the laws of order, over generated requests. */
public interface KeepsOrderLaws {
    /** The laws of the decision that is tested. */
    OrderLaws laws();

    /** A request of it; the same for the same seed. */
    ObjectNode request(long seed);

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    default void theOrderOfRuleFilesAndOfRulesNeverChangesTheAnswer(@ForAll long seed) {
        laws().assertRulesMayBeReordered(request(seed));
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    default void theOrderOfFactsNeverChangesTheConclusions(@ForAll long seed) {
        laws().assertFactsMayBeReordered(request(seed), seed);
    }
}
