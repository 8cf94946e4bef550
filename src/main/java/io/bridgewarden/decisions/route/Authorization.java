package io.bridgewarden.decisions.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.facts.CheckAnswer;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Checks whether a channel may exist. Thread-safe. */
public interface Authorization {
    /**
     * Checks the channel of a route request.
     *
     * @return completes exceptionally with a {@link io.bridgewarden.documents.ProblemException} where what the request
     *     brings for the check, other than the channel, cannot be read
     */
    CompletionStage<Answer> check(Question question);

    /**
     * An answer.
     *
     * @param variables for the channel, if it is allowed with some; shared, not to be changed
     * @param asked whether the limits service was asked
     * @param rated whether a rate is looked up
     * @param hangupCause what the channel is to be ended with; null if it goes on
     * @param decision the whole decision, written as JSON; null where there is none
     */
    record Answer(
            CheckAnswer.Verdict verdict,
            @Nullable ObjectNode variables,
            boolean asked,
            boolean rated,
            @Nullable String hangupCause,
            @Nullable Object decision) {
        /** Nothing can be told of the channel. */
        public static final Answer FAILED = new Answer(CheckAnswer.Verdict.FAILED, null, false, false, null, null);
    }
}
