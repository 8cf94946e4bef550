package io.bridgewarden.http;

import io.bridgewarden.documents.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The body of one request, as it comes in. */
final class Body {
    /** Longest body that is read, in bytes. */
    static final int LIMIT = 1 << 20;

    /** How long a body may take to come in: whoever says a word now and then is not idle, and not wanted either. */
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** How much of a body that nobody reads is waited out, so that its sender gets to read the answer. */
    private static final long DISCARDED = 8L * LIMIT;

    private static final String KEY = "body";

    private final RoutingContext context;
    private final Buffer bytes = Buffer.buffer();
    private final long started = System.nanoTime();
    private boolean refused;

    private Body(RoutingContext context) {
        this.context = context;
    }

    /** Goes on with the next handler when the body is there. */
    static void receive(RoutingContext context) {
        HttpServerRequest request = context.request();
        expect(request);
        if (announced(request) > LIMIT) {
            throw tooLarge().asException();
        }
        Body body = new Body(context);
        request.exceptionHandler(body::fail);
        request.endHandler(end -> body.end());
        request.handler(body::add);
    }

    /** What came in; empty if nothing did. */
    static byte[] of(RoutingContext context) {
        return context.<Buffer>get(KEY).getBytes();
    }

    /**
     * Lets go of what nobody reads of a body, once its request is refused. Whoever is sending it gets to read the answer;
     * whoever waited for leave to send it may send another request or not, so there the connection ends.
     */
    static void discard(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            request.response().endHandler(sent -> request.connection().close());
        }
        long[] discarded = {0};
        request.handler(chunk -> {
            discarded[0] += chunk.length();
            if (discarded[0] > DISCARDED) {
                request.connection().close();
            }
        });
    }

    private void add(Buffer chunk) {
        if (refused) {
            return;
        }
        if (bytes.length() + chunk.length() > LIMIT) {
            refuse(tooLarge());
        } else if (System.nanoTime() - started > MAX_NANOS) {
            refuse(ProblemType.REQUEST_TIMEOUT.because("the body took more than 30 seconds to come in"));
        } else {
            bytes.appendBuffer(chunk);
        }
    }

    private void end() {
        if (!refused) {
            context.put(KEY, bytes).next();
        }
    }

    private void fail(Throwable failure) {
        HttpServerResponse response = context.response();
        if (!response.closed() && !response.ended()) {
            refuse(ProblemType.MALFORMED_REQUEST.because("the body breaks off, or its chunks are not well-formed"));
            context.request().connection().close();
        }
    }

    private void refuse(Problem problem) {
        refused = true;
        context.fail(problem.asException());
    }

    private static void expect(HttpServerRequest request) {
        String expectation = request.getHeader(HttpHeaders.EXPECT);
        if (expectation == null) {
            return;
        }
        if (!expectation.equalsIgnoreCase("100-continue")) {
            throw ProblemType.EXPECTATION_FAILED
                    .because("`100-continue` alone can be expected, not `%s`".formatted(expectation))
                    .asException();
        }
        if (announced(request) <= LIMIT) {
            request.response().writeContinue();
        }
    }

    private static long announced(HttpServerRequest request) {
        @Nullable String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        // The server has refused what is not a number; what is too large for one is too large.
        return length == null ? 0 : length.length() > 18 ? Long.MAX_VALUE : Long.parseLong(length);
    }

    private static Problem tooLarge() {
        return ProblemType.REQUEST_TOO_LARGE.because("a body has at most %d bytes".formatted(LIMIT));
    }
}
