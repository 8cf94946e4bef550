package io.bridgewarden.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Schemas;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /v1/decisions/{decision}/batch}: reads {@code {"requests": [...]}}, answers {@code {"responses": [...]}} of
 * the same order, each item a decision or the problem that kept it from being one.
 */
final class BatchHandler implements Handler<RoutingContext> {
    private final DecisionApi decisions;
    private final Schemas schemas;

    BatchHandler(DecisionApi decisions, Schemas schemas) {
        this.decisions = decisions;
        this.schemas = schemas;
    }

    @Override
    public void handle(RoutingContext context) {
        String decision = Paths.decision(context, decisions.names());
        Options options = Queries.options(context);
        List<JsonNode> requests = requests(JsonBody.read(context));
        new Batch(request -> decisions.decide(decision, request, options), requests, context.response()::closed)
                .run(context.vertx().getOrCreateContext())
                .map(responses -> Json.write(Map.of("responses", responses)))
                .onSuccess(answer -> Responses.json(context, answer))
                .onFailure(context::fail);
    }

    private List<JsonNode> requests(ObjectNode body) {
        schemas.check("batch-request", body);
        List<JsonNode> requests = new ArrayList<>();
        body.get("requests").forEach(requests::add);
        return requests;
    }
}
