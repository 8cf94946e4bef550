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
 * @param failureHandler answers whatever goes wrong in place of a problem; null: a problem is what the caller reads
 */
record Operation(
        HttpMethod method,
        String path,
        @Nullable Role role,
        Set<String> parameters,
        Handler<RoutingContext> handler,
        @Nullable Handler<RoutingContext> failureHandler) {
    private static final Set<HttpMethod> BODIES = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    static Operation open(String path, Handler<RoutingContext> handler) {
        return new Operation(HttpMethod.GET, path, null, Set.of(), handler, null);
    }

    static Operation guarded(HttpMethod method, String path, Role role, Handler<RoutingContext> handler) {
        return new Operation(method, path, role, Set.of(), handler, null);
    }

    /** What switches ask: a form, with whatever method, under a key that comes as a password. */
    static Operation ofSwitches(String path, SwitchHandler handler) {
        return new Operation(HttpMethod.POST, path, Role.SWITCH, Set.of(), handler, handler::fail);
    }

    Operation with(String... parameters) {
        return new Operation(method, path, role, Set.of(parameters), handler, failureHandler);
    }

    boolean readsBody() {
        return BODIES.contains(method);
    }

    /** The path with its parameters marked by colons. */
    String routerPath() {
        return path.replace("{", ":").replace("}", "");
    }
}
