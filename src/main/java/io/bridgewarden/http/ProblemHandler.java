package io.bridgewarden.http;

import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.ProblemException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Answers as a problem document what ended with a status. */
final class ProblemHandler implements Handler<RoutingContext> {
    // A restart takes seconds; sooner is another instance.
    private static final String RETRY_SECONDS = "5";

    private final int status;

    /** @param status what the router would answer by itself; 500 for whatever was thrown */
    ProblemHandler(int status) {
        this.status = status;
    }

    @Override
    public void handle(RoutingContext context) {
        Problem problem = problem(context);
        if (problem.status() == ProblemType.UNAUTHORIZED.status()) {
            context.response().putHeader("WWW-Authenticate", "Bearer realm=\"bridgewarden\"");
        }
        if (problem.status() == ProblemType.UNAVAILABLE.status()) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        Body.discard(context.request());
        Responses.problem(context, problem);
    }

    private Problem problem(RoutingContext context) {
        HttpServerRequest request = context.request();
        Throwable failure = context.failure();
        if (failure != null && (status == 500 || failure instanceof ProblemException)) {
            return Failures.problem(failure, "%s %s".formatted(request.method(), request.path()));
        }
        return switch (status) {
            case 400 -> ProblemType.BAD_PARAMETER.because("the path or the query string is not well-formed");
            case 404 -> Problem.notFound("there is nothing at `%s`".formatted(request.path()));
            default ->
                ProblemType.of(status).map(type -> type.because(type.meaning())).orElseGet(Problem::internal);
        };
    }
}
