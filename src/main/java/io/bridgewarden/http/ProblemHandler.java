package io.bridgewarden.http;

import io.bridgewarden.documents.Problem;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;

/** Answers whatever went wrong as a problem document. */
final class ProblemHandler implements Handler<RoutingContext> {
    @Override
    public void handle(RoutingContext context) {
        Problem problem = problem(context);
        if (problem.status() == ProblemType.UNAUTHORIZED.status()) {
            context.response().putHeader("WWW-Authenticate", "Bearer realm=\"bridgewarden\"");
        }
        Responses.problem(context, problem);
    }

    private static Problem problem(RoutingContext context) {
        Throwable failure = context.failure();
        int status = failure instanceof HttpException http ? http.getStatusCode() : context.statusCode();
        if (failure == null || failure instanceof HttpException) {
            return ofStatus(status, context.request());
        }
        return Failures.problem(failure, "%s %s".formatted(context.request().method(), context.normalizedPath()));
    }

    private static Problem ofStatus(int status, HttpServerRequest request) {
        return switch (status) {
            case 400 -> ProblemType.MALFORMED_REQUEST.because("the path or the query string is not well-formed");
            case 404 -> Problem.notFound("there is nothing at `%s`".formatted(request.path()));
            case 413 -> ProblemType.REQUEST_TOO_LARGE.because(
                    "a body has at most %d bytes".formatted(Routes.BODY_LIMIT));
            case 417 -> ProblemType.EXPECTATION_FAILED.because("`100-continue` alone can be expected");
            default -> ProblemType.of(status)
                    .map(type -> type.because(type.meaning()))
                    .orElseGet(Problem::internal);
        };
    }
}
