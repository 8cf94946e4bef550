package io.bridgewarden.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.store.Resolution;
import io.vertx.ext.web.RoutingContext;

/** {@code /v1/config}: the configuration. */
final class ConfigHandlers {
    private final Schemas schemas;

    ConfigHandlers(Schemas schemas) {
        this.schemas = schemas;
    }

    /** {@code POST /v1/config/resolve}: what a key of the body's document is read as; changes nothing. */
    void resolve(RoutingContext context) {
        ObjectNode body = JsonBody.read(context);
        schemas.check("config-resolve-request", body);
        Responses.json(context, Resolution.of(body));
    }
}
