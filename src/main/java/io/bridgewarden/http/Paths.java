package io.bridgewarden.http;

import io.bridgewarden.documents.Problem;
import io.bridgewarden.facts.Aor;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the parts of a path. */
final class Paths {
    static final String DECISION = "decision";
    static final String RULE = "rule";
    static final String AOR = "aor";
    static final String TYPE = "type";
    static final String NAME = "name";

    private Paths() {}

    /** The decision that is named, one of those there are. */
    static String decision(RoutingContext context, Set<String> known) {
        String name = context.pathParam(DECISION);
        if (!known.contains(name)) {
            throw Problem.notFound("there is no decision `%s`; there are %s".formatted(name, quoted(known)))
                    .asException();
        }
        return name;
    }

    /** The address of record that is named. */
    static Aor aor(RoutingContext context) {
        String text = context.pathParam(AOR);
        try {
            return Aor.parse(text);
        } catch (IllegalArgumentException e) {
            throw ProblemType.BAD_PARAMETER
                    .because("an address of record `user@realm` is expected, not `%s`".formatted(text))
                    .asException();
        }
    }

    /** The realm of that address as the caller spells it. */
    static String realm(RoutingContext context) {
        String aor = context.pathParam(AOR);
        return aor.substring(aor.lastIndexOf('@') + 1);
    }

    private static String quoted(Set<String> words) {
        return words.stream().sorted().map(it -> "`" + it + "`").collect(Collectors.joining(", "));
    }
}
