package io.bridgewarden.http;

import io.bridgewarden.dialect.AclConf;
import io.bridgewarden.dialect.SwitchXml;
import io.bridgewarden.documents.Problem;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /freeswitch}: answers mod_xml_curl (reference, freeswitch-http). A switch that gets anything but status 200 and
 * XML goes by its own acl.conf instead, which may let in more. So whatever goes wrong with a question that is or may be
 * the one for acl.conf, the answer is 200 and lists nobody.
 */
final class SwitchHandler implements Handler<RoutingContext> {
    static final String MAX_BYTES = "max_bytes";

    private static final Logger LOG = LoggerFactory.getLogger(SwitchHandler.class);
    private static final String SECTION = "section";
    private static final String KEY_VALUE = "key_value";
    private static final String ACL_CONF = "acl.conf";
    // The switch's own limit where `response-max-bytes` says no other.
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_PARAMETERS = 100_000;
    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final SwitchApi switches;
    private final AtomicLong warnedAt = new AtomicLong(System.nanoTime() - QUIET_NANOS);

    SwitchHandler(SwitchApi switches) {
        this.switches = switches;
    }

    @Override
    public void handle(RoutingContext context) {
        Map<String, List<String>> form = form(context);
        String section = one(form, SECTION);
        if (section == null) {
            throw unreadable("a form post of mod_xml_curl is expected, with `section`");
        }
        if (!section.equals("configuration") || !ACL_CONF.equals(one(form, KEY_VALUE))) {
            Responses.xml(context, SwitchXml.notFound());
            return;
        }
        int most = maxBytes(context);
        Future.fromCompletionStage(
                        switches.networkLists(Queries.node(context)),
                        context.vertx().getOrCreateContext())
                .map(document -> fitting(document, most))
                .onSuccess(document -> Responses.xml(context, document))
                .onFailure(context::fail);
    }

    /** Answers a question that failed: with lists, if they were asked for, that let nobody in. */
    void fail(RoutingContext context) {
        Throwable failure = context.failure();
        Problem problem = failure == null
                ? ProblemType.MALFORMED_REQUEST.because("the request is not well-formed")
                : Failures.problem(failure, "the lists of a switch");
        String because = problem.detail() == null ? problem.title() : problem.detail();
        warn(context, because);
        Body.discard(context.request());
        Responses.xml(context, AclConf.none(because));
    }

    private static byte[] fitting(byte[] document, int most) {
        if (document.length < most) {
            return document;
        }
        throw Problem.unavailable(("acl.conf takes %d bytes, and the switch reads less than %d; raise "
                                + "`response-max-bytes` in xml_curl.conf and `max_bytes` in its gateway-url alike")
                        .formatted(document.length, most))
                .asException();
    }

    private static Map<String, List<String>> form(RoutingContext context) {
        byte[] body = Body.of(context);
        String query = context.request().query();
        // A binding with `method` GET sends everything in the query string.
        String text = body.length > 0 || query == null ? new String(body, StandardCharsets.UTF_8) : query;
        try {
            return new QueryStringDecoder(text, StandardCharsets.UTF_8, false, MOST_PARAMETERS, true).parameters();
        } catch (IllegalArgumentException e) {
            throw unreadable("the form is not well-formed");
        }
    }

    private static @Nullable String one(Map<String, List<String>> form, String name) {
        List<String> values = form.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw unreadable("`%s` is given twice".formatted(name));
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private static int maxBytes(RoutingContext context) {
        String text = context.queryParams().get(MAX_BYTES);
        if (text == null) {
            return MOST_BYTES;
        }
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw ProblemType.BAD_PARAMETER
                    .because("parameter `%s` is a number of bytes, the switch's `response-max-bytes`; not `%s`"
                            .formatted(MAX_BYTES, text))
                    .asException();
        }
        return Integer.parseInt(text);
    }

    private static RuntimeException unreadable(String detail) {
        return ProblemType.MALFORMED_REQUEST.because(detail).asException();
    }

    // Anybody may knock, so not every knock is worth a line.
    private void warn(RoutingContext context, String because) {
        long now = System.nanoTime();
        long before = warnedAt.get();
        if (now - before >= QUIET_NANOS && warnedAt.compareAndSet(before, now)) {
            LOG.warn(
                    "a switch at {} was told of no lists and now lets nobody in: {}",
                    context.request().remoteAddress(),
                    because);
        }
    }
}
