package io.bridgewarden.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletionStage;

/** Network lists as documents. Called on event loops, so it never blocks. */
public interface NetworkLists {
    /**
     * The lists that the documents of a request make.
     *
     * @return completes with what is written as JSON
     */
    CompletionStage<?> collect(ObjectNode request);
}
