package io.bridgewarden.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Entity tags, and what a request makes its change depend on (RFC 9110, sections 8.8.3 and 13.1). */
final class Preconditions {
    private static final String ANY = "*";
    private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");
    private static final Pattern TAGS = Pattern.compile("%1$s(\\s*,\\s*%1$s)*".formatted(TAG.pattern()));

    private Preconditions() {}

    /** Sends the revision of what is answered along. */
    static void tag(RoutingContext context, String revision) {
        context.response().putHeader(HttpHeaders.ETAG, "\"" + revision + "\"");
    }

    /** What the revision of what is there must be; empty where nothing is. Anything will do where nothing is said. */
    static Predicate<Optional<String>> of(RoutingContext context) {
        String match = header(context, HttpHeaders.IF_MATCH);
        String noneMatch = header(context, HttpHeaders.IF_NONE_MATCH);
        Predicate<Optional<String>> condition = there -> true;
        if (match.equals(ANY)) {
            condition = Optional::isPresent;
        } else if (!match.isEmpty()) {
            // A weak tag says that something is much the same, which is not enough to write over it.
            Set<String> tags = tags(match, false);
            condition = there -> there.filter(tags::contains).isPresent();
        }
        if (noneMatch.equals(ANY)) {
            return condition.and(Optional::isEmpty);
        }
        Set<String> tags = noneMatch.isEmpty() ? Set.of() : tags(noneMatch, true);
        return condition.and(there -> there.filter(tags::contains).isEmpty());
    }

    private static String header(RoutingContext context, CharSequence name) {
        List<String> values = context.request().headers().getAll(name);
        String value = String.join(", ", values).strip();
        if (!value.isEmpty() && !value.equals(ANY) && !TAGS.matcher(value).matches()) {
            throw ProblemType.BAD_PARAMETER
                    .because("`%s` is `*` or entity tags in quotes, not `%s`".formatted(name, value))
                    .asException();
        }
        return value;
    }

    private static Set<String> tags(String value, boolean weakToo) {
        return TAG.matcher(value)
                .results()
                .filter(it -> weakToo || it.group(1) == null)
                .map(it -> it.group(2))
                .collect(Collectors.toSet());
    }
}
