package io.bridgewarden.http;

import io.bridgewarden.decisions.Explain;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.documents.ProblemException;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads query strings, strictly: what is not understood is refused, since it was meant to change the answer. */
final class Queries {
    static final String EXPLAIN = "explain";
    static final String DRY_RUN = "dry_run";
    static final String NODE = "node";
    static final String ZONE = "zone";

    private Queries() {}

    /** Refuses parameters other than these, and any that is given twice. */
    static void allow(RoutingContext context, Set<String> allowed) {
        String query = context.request().query();
        if (query == null || query.isEmpty()) {
            return;
        }
        MultiMap parameters = context.queryParams();
        for (String name : parameters.names()) {
            if (!allowed.contains(name)) {
                throw bad("unknown parameter `%s`; %s".formatted(name, known(allowed)));
            }
            if (parameters.getAll(name).size() > 1) {
                throw bad("parameter `%s` is given twice".formatted(name));
            }
        }
    }

    /** What the caller asks for beside the question, and may ask for. */
    static Options options(RoutingContext context) {
        return new Options(
                explain(context), dryRun(context), Access.caller(context).may(Role.WHAT_IF));
    }

    /** The node whose configuration applies; null: that of every node. */
    static @Nullable String node(RoutingContext context) {
        return value(context, NODE).orElse(null);
    }

    /** The zone whose section of the configuration applies, if one is named. */
    static Optional<String> zone(RoutingContext context) {
        return value(context, ZONE);
    }

    private static Explain explain(RoutingContext context) {
        return value(context, EXPLAIN)
                .map(word -> Explain.of(word).orElseThrow(() -> badValue(EXPLAIN, word, explainWords())))
                .orElse(Explain.NONE);
    }

    private static boolean dryRun(RoutingContext context) {
        return value(context, DRY_RUN)
                .map(word -> switch (word) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw badValue(DRY_RUN, word, List.of("true", "false"));
                })
                .orElse(false);
    }

    /** The values of {@code explain}. */
    static List<String> explainWords() {
        return Arrays.stream(Explain.values()).map(Explain::word).toList();
    }

    private static Optional<String> value(RoutingContext context, String name) {
        return Optional.ofNullable(context.request().query())
                .map(query -> context.queryParams().get(name));
    }

    private static String known(Set<String> allowed) {
        return allowed.isEmpty()
                ? "there are none here"
                : "there are " + quoted(allowed.stream().sorted().toList());
    }

    private static ProblemException badValue(String name, String value, List<String> allowed) {
        return bad("parameter `%s` cannot be `%s`; it is one of %s".formatted(name, value, quoted(allowed)));
    }

    private static String quoted(List<String> words) {
        return words.stream().map(it -> "`" + it + "`").collect(Collectors.joining(", "));
    }

    private static ProblemException bad(String detail) {
        return ProblemType.BAD_PARAMETER.because(detail).asException();
    }
}
