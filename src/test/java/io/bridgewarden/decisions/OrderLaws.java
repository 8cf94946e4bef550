package io.bridgewarden.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** That no order matters but that of the request, for the requests of one decision. */
public final class OrderLaws {
    private final Decisions shipped = DecisionsFixture.shipped();
    private final Decisions reordered;
    private final String decision;

    public OrderLaws(String decision) {
        this(decision, List.of());
    }

    /** @param asks the decisions that this one asks in turn */
    public OrderLaws(String decision, List<String> asks) {
        this.decision = decision;
        List<String> decisions = new ArrayList<>(asks);
        decisions.add(decision);
        this.reordered = DecisionsFixture.with(
                ReorderedRules.of(decisions), addresses -> CompletableFuture.completedFuture(Map.of()));
    }

    /** Rules in another order, in files of another order, give the same answer. */
    public void assertRulesMayBeReordered(ObjectNode request) {
        assertThat(DecisionsFixture.result(reordered, decision, request, Options.PLAIN))
                .isEqualTo(DecisionsFixture.result(shipped, decision, request, Options.PLAIN));
    }

    /** The same facts in another order lead to the same conclusions on the same grounds. */
    public void assertFactsMayBeReordered(ObjectNode request, long seed) {
        Verdict verdict = shipped.verdict(decision, request, Options.PLAIN)
                .toCompletableFuture()
                .join();
        List<Object> shuffled = new ArrayList<>(verdict.facts());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Explanation.fired(DecisionsFixture.RULEBOOK.evaluate(decision, shuffled)))
                .isEqualTo(Explanation.fired(verdict.evaluation()));
    }
}
