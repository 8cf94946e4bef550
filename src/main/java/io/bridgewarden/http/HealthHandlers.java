package io.bridgewarden.http;

import io.bridgewarden.documents.Problem;
import io.bridgewarden.http.RuleDocuments.Ready;
import io.bridgewarden.store.ConfigurationStore;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** {@code /health}: for whoever keeps the service running, and whoever sends it callers. */
final class HealthHandlers {
    private final Readiness readiness;
    private final Catalogue catalogue;
    private final ConfigurationStore configuration;

    HealthHandlers(Readiness readiness, Catalogue catalogue, ConfigurationStore configuration) {
        this.readiness = readiness;
        this.catalogue = catalogue;
        this.configuration = configuration;
    }

    /** {@code GET /health/live}: 200 as long as an event loop turns. */
    void live(RoutingContext context) {
        Responses.json(context, Map.of("status", "live"));
    }

    /** {@code GET /health/ready}: 200 while decisions are made, be it by stale rules; 503 once the service is stopping. */
    void ready(RoutingContext context) {
        if (readiness.isStopping()) {
            throw Problem.unavailable("the service is stopping").asException();
        }
        Responses.json(context, Ready.of(catalogue.status(), ConfigDocuments.status(configuration)));
    }
}
