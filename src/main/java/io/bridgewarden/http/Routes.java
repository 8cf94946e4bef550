package io.bridgewarden.http;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.HEAD;
import static io.vertx.core.http.HttpMethod.OPTIONS;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** All that is answered, and the way of a request to it. */
final class Routes {
    private final Keys keys;
    private final Readiness readiness;
    private final List<Operation> operations;

    Routes(Backend backend, Keys keys, Readiness readiness) {
        this.keys = keys;
        this.readiness = readiness;
        this.operations = operations(backend, readiness);
    }

    /** Every operation there is; {@code HEAD} and {@code OPTIONS} go without saying. */
    List<Operation> operations() {
        return operations;
    }

    private static List<Operation> operations(Backend backend, Readiness readiness) {
        DecisionApi decisions = backend.decisions();
        RuleHandlers rules = new RuleHandlers(backend.catalogue(), backend.schemas(), decisions.names());
        RegistrationHandlers registrations =
                new RegistrationHandlers(backend.registrations(), backend.schemas(), InstantSource.system());
        NetworkListHandlers networkLists = new NetworkListHandlers(backend.networkLists(), backend.schemas());
        ConfigHandlers config = new ConfigHandlers(backend);
        HealthHandlers health = new HealthHandlers(readiness, backend.catalogue(), backend.configuration());
        Pages pages = new Pages(backend);
        Descriptions descriptions = new Descriptions(backend);
        return List.of(
                Operation.guarded(POST, "/v1/decisions/{decision}", Role.DECIDE, new DecisionHandler(decisions))
                        .with(Queries.EXPLAIN, Queries.DRY_RUN),
                Operation.guarded(
                                POST,
                                "/v1/decisions/{decision}/batch",
                                Role.DECIDE,
                                new BatchHandler(decisions, backend.schemas()))
                        .with(Queries.EXPLAIN, Queries.DRY_RUN),
                Operation.guarded(GET, "/v1/rules", Role.READ, rules::all),
                Operation.guarded(GET, "/v1/rules/revisions", Role.READ, rules::revisions),
                Operation.guarded(POST, "/v1/rules/activate", Role.RULES, rules::activate),
                Operation.command("/v1/rules/rollback", Role.RULES, rules::rollBack),
                Operation.guarded(GET, "/v1/rules/{decision}", Role.READ, rules::ofDecision),
                Operation.guarded(GET, "/v1/rules/{decision}/{rule}", Role.READ, rules::one),
                Operation.guarded(POST, "/v1/registrations", Role.REGISTRATIONS, registrations::bulk),
                Operation.guarded(GET, "/v1/registrations/{aor}", Role.READ, registrations::get),
                Operation.guarded(PUT, "/v1/registrations/{aor}", Role.REGISTRATIONS, registrations::put),
                Operation.guarded(DELETE, "/v1/registrations/{aor}", Role.REGISTRATIONS, registrations::delete),
                Operation.guarded(POST, "/v1/acl/lists", Role.DECIDE, networkLists::collect),
                Operation.guarded(DELETE, "/v1/host-names", Role.ACL, networkLists::flush),
                Operation.guarded(GET, "/v1/acl", Role.READ, networkLists::all).with(Queries.NODE),
                Operation.guarded(GET, "/v1/acl/{list}", Role.READ, networkLists::one)
                        .with(Queries.NODE),
                Operation.guarded(GET, "/v1/acl/{list}/{name}", Role.READ, networkLists::entry),
                Operation.guarded(PUT, "/v1/acl/{list}/{name}", Role.ACL, networkLists::put)
                        .with(Queries.NODE),
                Operation.guarded(DELETE, "/v1/acl/{list}/{name}", Role.ACL, networkLists::remove)
                        .with(Queries.NODE),
                Operation.guarded(GET, "/v1/config", Role.READ, config::all),
                Operation.guarded(GET, "/v1/config/effective", Role.READ, config::effective)
                        .with(Queries.NODE, Queries.ZONE),
                Operation.guarded(POST, "/v1/config/resolve", Role.DECIDE, config::resolve),
                Operation.guarded(GET, "/v1/config/{section}", Role.READ, config::one),
                Operation.guarded(PUT, "/v1/config/{section}", Role.CONFIG, config::put),
                Operation.guarded(PATCH, "/v1/config/{section}", Role.CONFIG, config::patch),
                Operation.guarded(DELETE, "/v1/config/{section}", Role.CONFIG, config::remove),
                Operation.ofSwitches("/freeswitch", new SwitchHandler(backend.switches()))
                        .with(Queries.NODE, SwitchHandler.MAX_BYTES),
                Operation.open("/health/live", health::live),
                Operation.open("/health/ready", health::ready),
                Operation.open("/openapi.json", descriptions::openApi),
                Operation.open("/schemas/{name}", descriptions::schema),
                Operation.open("/problems/{type}", pages::problem),
                Operation.open("/", pages::home));
    }

    /** A router for one event loop. */
    Router router(Vertx vertx) {
        Router router = Router.router(vertx);
        IntStream.range(400, 600).forEach(status -> router.errorHandler(status, new ProblemHandler(status)));
        router.route().handler(this::closeWhenStopping);
        operations.forEach(operation -> add(router, operation));
        methods().forEach((path, methods) -> addRemainder(router, path, methods));
        return router;
    }

    // Whoever is answered while the service stops is told that the connection ends with the answer.
    private void closeWhenStopping(RoutingContext context) {
        context.addHeadersEndHandler(sending -> {
            if (readiness.isStopping()) {
                context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
        });
        context.next();
    }

    private void add(Router router, Operation operation) {
        if (operation.failureHandler() != null) {
            addOfSwitches(router, operation, operation.failureHandler());
            return;
        }
        Route route = router.route(operation.method(), operation.routerPath());
        if (operation.method().equals(GET)) {
            route.method(HEAD);
        }
        if (operation.role() != null) {
            route.handler(new Access(keys, operation.role()));
            route.handler(new Negotiation());
            route.handler(context -> {
                Queries.allow(context, operation.parameters());
                context.next();
            });
        }
        if (operation.readsBody()) {
            route.handler(new JsonBody());
            route.handler(Body::receive);
        }
        route.handler(operation.handler());
    }

    private void addOfSwitches(Router router, Operation operation, Handler<RoutingContext> failureHandler) {
        router.route(operation.routerPath())
                .failureHandler(failureHandler)
                .handler(Access.ofSwitches(keys))
                .handler(Body::receive)
                .handler(context -> {
                    if (Body.of(context).length > 0) {
                        Queries.allow(context, operation.parameters());
                    }
                    context.next();
                })
                .handler(operation.handler());
    }

    /** The methods that each path answers, {@code OPTIONS} among them. */
    private Map<String, Set<String>> methods() {
        Map<String, Set<String>> methods = new LinkedHashMap<>();
        for (Operation operation : operations) {
            Set<String> ofPath = methods.computeIfAbsent(operation.routerPath(), path -> new TreeSet<>());
            ofPath.add(operation.method().name());
            ofPath.add(OPTIONS.name());
            if (operation.method().equals(GET)) {
                ofPath.add(HEAD.name());
            }
        }
        return methods;
    }

    private static void addRemainder(Router router, String path, Set<String> methods) {
        String allow = String.join(", ", methods);
        router.route(path).handler(context -> {
            context.response().putHeader(HttpHeaders.ALLOW, allow);
            answerRemainder(context, allow);
        });
    }

    private static void answerRemainder(RoutingContext context, String allow) {
        HttpMethod method = context.request().method();
        if (method.equals(OPTIONS)) {
            Responses.empty(context);
            return;
        }
        throw ProblemType.METHOD_NOT_ALLOWED
                .because("`%s` does not answer `%s`; it answers %s"
                        .formatted(context.request().path(), method, allow))
                .asException();
    }
}
