package io.bridgewarden.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Named regular expressions, tried in order on a normalized number; the first that is found in it names its class
 * (reference, authz 1).
 */
final class Classifiers {
    static final String EMERGENCY = "emergency";
    static final String TOLL_FREE = "tollfree_us";
    static final String PREMIUM = "toll_us";

    /** The North American ones that KAZOO ships, in its order. */
    static final Classifiers SHIPPED = new Classifiers(List.of(
            classifier(TOLL_FREE, "^\\+1(?:800|822|833|844|855|866|877|88\\d)\\d{7}$"),
            classifier(PREMIUM, "^\\+1900\\d{7}$"),
            classifier(EMERGENCY, "^(?:711|811|833|911|922|933|988|999)$"),
            classifier(
                    "caribbean",
                    // The last row is the Pacific: American Samoa, Guam and the Northern Marianas.
                    "^\\+1(?:242|246|264|268|284|340|345|441|473|649|658|664|721|758|767|784|787|809|829|849|868|869|876|939"
                            + "|670|671|684)\\d{7}$"),
            classifier("did_us", "^(?:\\+?1)?[2-9]\\d{2}[2-9]\\d{6}$"),
            classifier("international", "^\\+[2-9]\\d{7,}$"),
            classifier("unknown", "^.*$")));

    private final List<Classifier> classifiers;

    private Classifiers(List<Classifier> classifiers) {
        this.classifiers = List.copyOf(classifiers);
    }

    private record Classifier(String name, Pattern pattern) {}

    /**
     * Those of a {@code classifiers} object: each a regular expression, or an object that has one as {@code regex}.
     *
     * @throws IllegalArgumentException naming the member that is neither
     */
    static Classifiers of(ObjectNode classifiers) {
        List<Classifier> read = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : classifiers.properties()) {
            JsonNode regex = member.getValue().isObject() ? member.getValue().path("regex") : member.getValue();
            if (!regex.isTextual()) {
                throw new IllegalArgumentException(
                        "classifier `%s` has no regular expression".formatted(member.getKey()));
            }
            read.add(classifier(member.getKey(), regex.textValue()));
        }
        return new Classifiers(read);
    }

    private static Classifier classifier(String name, String expression) {
        try {
            return new Classifier(name, Pattern.compile(expression));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "classifier `%s` is not a regular expression: %s"
                            .formatted(name, e.getDescription().toLowerCase(Locale.ROOT)),
                    e);
        }
    }

    /** The class of a number, or null if no classifier matches. */
    @Nullable
    String classOf(String number) {
        for (Classifier it : classifiers) {
            if (it.pattern().matcher(number).find()) {
                return it.name();
            }
        }
        return null;
    }
}
