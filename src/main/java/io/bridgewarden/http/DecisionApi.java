package io.bridgewarden.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Answer;
import io.bridgewarden.decisions.Options;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** What answers decisions. Called on event loops, so it never blocks. */
public interface DecisionApi {
    /** The decisions there are. */
    Set<String> names();

    /**
     * Decides one request.
     *
     * @return the answer; completes exceptionally with a {@link io.bridgewarden.documents.ProblemException} that says
     *     why there is none
     */
    CompletionStage<Answer> decide(String decision, ObjectNode request, Options options);
}
