package io.bridgewarden.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is answered at one path with one method.
 *
 * @param path as the router and OpenAPI write it, {@code /v1/rules/{decision}}
 * @param role what the caller's key must be good for; null: whoever calls
 * @param parameters names that its query string may have
 */
record Operation(
        HttpMethod method, String path, @Nullable Role role, Set<String> parameters, Handler<RoutingContext> handler) {
    static Operation open(String path, Handler<RoutingContext> handler) {
        return new Operation(HttpMethod.GET, path, null, Set.of(), handler);
    }

    static Operation guarded(HttpMethod method, String path, Role role, Handler<RoutingContext> handler) {
        return new Operation(method, path, role, Set.of(), handler);
    }

    Operation with(String... parameters) {
        return new Operation(method, path, role, Set.of(parameters), handler);
    }

    boolean readsBody() {
        return method.equals(HttpMethod.POST) || method.equals(HttpMethod.PUT);
    }

    /** The path with its parameters marked by colons. */
    String routerPath() {
        return path.replace("{", ":").replace("}", "");
    }
}
