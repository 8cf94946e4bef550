package io.bridgewarden.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Refuses callers whose Accept header leaves no room for JSON; how they weigh what they accept is their affair. */
final class Negotiation implements Handler<RoutingContext> {
    @Override
    public void handle(RoutingContext context) {
        if (!mayBeJson(context.request().getHeader(HttpHeaders.ACCEPT))) {
            throw ProblemType.NOT_ACCEPTABLE
                    .because("the answer is `application/json`")
                    .asException();
        }
        context.next();
    }

    /** Whether the caller would rather have a page than JSON: a browser says so. */
    static boolean prefersHtml(RoutingContext context) {
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.toLowerCase(Locale.ROOT).startsWith("text/html");
    }

    private static boolean mayBeJson(@Nullable String accept) {
        return accept == null
                || accept.isBlank()
                || accept.contains("*/*")
                || accept.contains("application/*")
                || accept.toLowerCase(Locale.ROOT).contains("json");
    }
}
