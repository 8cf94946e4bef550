package io.bridgewarden.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.documents.Json;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** {@code POST /v1/decisions/{decision}}: reads a request, answers a decision. */
final class DecisionHandler implements Handler<RoutingContext> {
    private final DecisionApi decisions;

    DecisionHandler(DecisionApi decisions) {
        this.decisions = decisions;
    }

    @Override
    public void handle(RoutingContext context) {
        String decision = Paths.decision(context, decisions.names());
        Options options = Queries.options(context);
        ObjectNode request = JsonBody.read(context);
        // Tens of microseconds, so decided on the event loop: a worker thread costs more than it saves.
        Future.fromCompletionStage(
                        decisions.decide(decision, request, options),
                        context.vertx().getOrCreateContext())
                .map(Json::write)
                .onSuccess(answer -> Responses.json(context, answer))
                .onFailure(context::fail);
    }
}
