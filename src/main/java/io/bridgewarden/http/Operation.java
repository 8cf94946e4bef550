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
 * @param reads what its body has to be
 * @param failureHandler answers whatever goes wrong in place of a problem; null: a problem is what the caller reads
 */
record Operation(
        HttpMethod method,
        String path,
        @Nullable Role role,
        Set<String> parameters,
        Reads reads,
        Handler<RoutingContext> handler,
        @Nullable Handler<RoutingContext> failureHandler) {
    private static final Set<HttpMethod> BODIES = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    /** What a body is taken for. */
    enum Reads {
        NOTHING,
        JSON
    }

    static Operation open(String path, Handler<RoutingContext> handler) {
        return new Operation(HttpMethod.GET, path, null, Set.of(), Reads.NOTHING, handler, null);
    }

    static Operation guarded(HttpMethod method, String path, Role role, Handler<RoutingContext> handler) {
        Reads reads = BODIES.contains(method) ? Reads.JSON : Reads.NOTHING;
        return new Operation(method, path, role, Set.of(), reads, handler, null);
    }

    /** What is done at once, without being told more. */
    static Operation command(String path, Role role, Handler<RoutingContext> handler) {
        return new Operation(HttpMethod.POST, path, role, Set.of(), Reads.NOTHING, handler, null);
    }

    /** What switches ask: a form, with whatever method, under a key that comes as a password. */
    static Operation ofSwitches(String path, SwitchHandler handler) {
        return new Operation(HttpMethod.POST, path, Role.SWITCH, Set.of(), Reads.NOTHING, handler, handler::fail);
    }

    Operation with(String... parameters) {
        return new Operation(method, path, role, Set.of(parameters), reads, handler, failureHandler);
    }

    boolean readsBody() {
        return reads == Reads.JSON;
    }

    /** The path with its parameters marked by colons. */
    String routerPath() {
        return path.replace("{", ":").replace("}", "");
    }
}
