package io.bridgewarden.decisions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletionStage;

/** One kind of decision: gathers the facts of a request, fires its rules, weighs what they conclude. Thread-safe. */
public interface Decider {
    /** Name of the decision, of its rule folder and of its route: {@code bridge}. */
    String name();

    /**
     * Decides. The request has passed the schema {@code NAME-request}.
     *
     * @return completes exceptionally with a {@link io.bridgewarden.documents.ProblemException} where a request cannot be
     *     decided
     */
    CompletionStage<Verdict> decide(Question question);

    /** The configuration that a request brings: its members {@code config} and {@code config_other}, unless it has others. */
    default Overrides overrides(ObjectNode request) {
        return Overrides.of(request);
    }
}
