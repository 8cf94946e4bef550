package io.bridgewarden.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;

/** {@code /v1/acl}: network lists. */
final class NetworkListHandlers {
    private final NetworkLists lists;

    NetworkListHandlers(NetworkLists lists) {
        this.lists = lists;
    }

    /** {@code POST /v1/acl/lists}: the lists that the documents of the body make; keeps none. */
    void collect(RoutingContext context) {
        Future.fromCompletionStage(
                        lists.collect(JsonBody.read(context)), context.vertx().getOrCreateContext())
                .onSuccess(collected -> Responses.json(context, collected))
                .onFailure(context::fail);
    }
}
