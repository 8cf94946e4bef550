package io.bridgewarden.decisions.authz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.facts.NumberClass;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Answers for the limits service where a request brings the limits of account and reseller. Thread-safe. */
public interface LimitsAnswer {
    /**
     * Asks whether account and reseller can carry the call.
     *
     * @param question the authorization request, with {@code channel} and the limits application's members beside it
     * @param number what is called
     * @param direction {@code inbound} or {@code outbound}
     * @return completes exceptionally with a {@link io.bridgewarden.documents.ProblemException} where the limits cannot be
     *     read
     */
    CompletionStage<Reply> ask(Question question, NumberClass number, String direction);

    /**
     * An answer.
     *
     * @param message the answer message (reference, authz 13): Is-Authorized, Soft-Limit, Account-Billing, ...; null where
     *     the limits service would not answer
     * @param reasoning what stood behind it, for people, written as JSON into the member {@code limits}; null for nothing
     */
    record Reply(@Nullable ObjectNode message, @Nullable Object reasoning) {}
}
