package io.bridgewarden.http;

import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;

/** Writes answers. */
final class Responses {
    static final String JSON = "application/json";
    static final String PROBLEM_JSON = "application/problem+json";
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");

    private Responses() {}

    static void json(RoutingContext context, Object document) {
        json(context, Json.write(document));
    }

    static void json(RoutingContext context, byte[] document) {
        send(context, JSON, document);
    }

    static void problem(RoutingContext context, Problem problem) {
        context.response().setStatusCode(problem.status());
        send(context, PROBLEM_JSON, Json.write(ProblemDocument.of(problem)));
    }

    static void xml(RoutingContext context, byte[] document) {
        send(context, "text/xml; charset=utf-8", document);
    }

    static void html(RoutingContext context, String page) {
        context.response()
                .putHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .putHeader("Referrer-Policy", "no-referrer");
        send(context, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    static void empty(RoutingContext context) {
        context.response().setStatusCode(204).end();
    }

    private static void send(RoutingContext context, String type, byte[] body) {
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length))
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(Buffer.buffer(body));
    }
}
