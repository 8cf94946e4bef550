package io.bridgewarden.http;

import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.Words;
import io.bridgewarden.facts.Aor;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the parts of a path. */
final class Paths {
    static final String DECISION = "decision";
    static final String RULE = "rule";
    static final String AOR = "aor";
    static final String LIST = "list";
    static final String SECTION = "section";
    static final String TYPE = "type";
    static final String NAME = "name";

    // A name with `/` stands for blocks, one with `:` for contexts besides, where a SIP profile names a list.
    private static final Pattern LIST_NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int LONGEST_ENTRY_NAME = 128;
    // What KAZOO's storage adds to the document, and what this interface answers at the place of a section.
    private static final Pattern NO_SECTION = Pattern.compile("_.*|pvt_.*|effective|resolve");
    private static final int LONGEST_SECTION_NAME = 500;

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

    /** The network list that is named, as an entry may be put into one. */
    static String list(RoutingContext context) {
        String name = context.pathParam(LIST);
        if (!LIST_NAME.matcher(name).matches()) {
            throw ProblemType.BAD_PARAMETER
                    .because("the name of a list has letters, digits, `.`, `_` and `-`, at most 64; not `%s`"
                            .formatted(Words.shortened(name)))
                    .asException();
        }
        return name;
    }

    /** The entry of a network list that is named. */
    static String entry(RoutingContext context) {
        String name = context.pathParam(NAME);
        if (name.isBlank()
                || name.length() > LONGEST_ENTRY_NAME
                || name.codePoints().anyMatch(Character::isISOControl)) {
            throw ProblemType.BAD_PARAMETER
                    .because("the name of an entry has 1 to %d characters on one line; not `%s`"
                            .formatted(LONGEST_ENTRY_NAME, Words.shortened(name)))
                    .asException();
        }
        return name;
    }

    /** The section of the configuration that is named. */
    static String section(RoutingContext context) {
        String name = context.pathParam(SECTION);
        if (name.isBlank()
                || name.length() > LONGEST_SECTION_NAME
                || name.codePoints().anyMatch(Character::isISOControl)
                || NO_SECTION.matcher(name).matches()) {
            throw ProblemType.BAD_PARAMETER
                    .because(
                            ("a section is `default`, or named after a zone or node, in 1 to %d characters on one line;"
                                            + " not `%s`")
                                    .formatted(LONGEST_SECTION_NAME, Words.shortened(name)))
                    .asException();
        }
        return name;
    }

    /** The realm of that address as the caller spells it. */
    static String realm(RoutingContext context) {
        String aor = context.pathParam(AOR);
        return aor.substring(aor.lastIndexOf('@') + 1);
    }

    static String quoted(Set<String> words) {
        return words.stream().sorted().map(it -> "`" + it + "`").collect(Collectors.joining(", "));
    }
}
