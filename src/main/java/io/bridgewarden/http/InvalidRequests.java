package io.bridgewarden.http;

import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Answers what is not HTTP, or too much of it, and hangs up: where the next request would start is not known. */
final class InvalidRequests {
    private InvalidRequests() {}

    static void answer(HttpServerRequest request) {
        Problem problem = problem(request.decoderResult().cause());
        request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Responses.PROBLEM_JSON)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(Buffer.buffer(Json.write(ProblemDocument.of(problem))))
                .onComplete(sent -> request.connection().close());
    }

    private static Problem problem(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return ProblemType.URI_TOO_LONG.because(
                    "a request line has at most %d bytes".formatted(FrontEnd.MAX_REQUEST_LINE));
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return ProblemType.HEADERS_TOO_LARGE.because(
                    "headers have at most %d bytes".formatted(FrontEnd.MAX_HEADERS));
        }
        return ProblemType.MALFORMED_REQUEST.because("the request is not HTTP/1.1");
    }
}
