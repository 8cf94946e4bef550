package io.bridgewarden.http;

import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.ProblemException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Lets those pass whose key has a role. */
final class Access implements Handler<RoutingContext> {
    private static final String CALLER = "caller";
    private static final String SCHEME = "Bearer ";

    private final Keys keys;
    private final Role needed;

    Access(Keys keys, Role needed) {
        this.keys = keys;
        this.needed = needed;
    }

    @Override
    public void handle(RoutingContext context) {
        Caller caller = keys.areAsked() ? bearer(context) : Caller.ANYONE;
        if (!caller.may(needed)) {
            throw Problem.forbidden("key `%s` lacks the role `%s`".formatted(caller.name(), needed.word()))
                    .asException();
        }
        context.put(CALLER, caller).next();
    }

    /** Who sent a request that has passed. */
    static Caller caller(RoutingContext context) {
        return context.<Caller>get(CALLER);
    }

    private Caller bearer(RoutingContext context) {
        String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            throw unauthorized("a key is needed, as `Authorization: Bearer KEY`");
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw unauthorized("the key comes as `Authorization: Bearer KEY`");
        }
        return keys.bearer(header.substring(SCHEME.length()).strip())
                .orElseThrow(() -> unauthorized("the key is not known"));
    }

    private static ProblemException unauthorized(String detail) {
        return ProblemType.UNAUTHORIZED.because(detail).asException();
    }
}
