package io.bridgewarden.documents;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import io.bridgewarden.documents.Problem.Violation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Tells what a schema validator found in one document in the service's own words. For one use by one thread. */
final class Mistakes {
    private static final Set<String> ABOUT_THE_VALUE = Set.of(
            "type",
            "enum",
            "const",
            "pattern",
            "format",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties");
    private static final Map<String, String> TYPES = Map.of(
            "string", "a text",
            "integer", "a whole number",
            "number", "a number",
            "boolean", "`true` or `false`",
            "array", "a list",
            "object", "an object",
            "null", "null");

    private final JsonNode schemas;
    private final String file;
    private final JsonNode document;

    Mistakes(JsonNode schemas, String file, JsonNode document) {
        this.schemas = schemas;
        this.file = file;
        this.document = document;
    }

    List<Violation> of(Collection<ValidationMessage> messages, String at) {
        Map<String, Mistake> byPlace = new LinkedHashMap<>();
        for (ValidationMessage message : messages) {
            Mistake mistake = locate(message);
            byPlace.merge(mistake.place(), mistake, Mistake::preferred);
        }
        return byPlace.values().stream()
                .filter(it -> it.isType()
                        || !byPlace.getOrDefault(it.pointer() + " value", it).isType())
                .limit(Schemas.MAX_VIOLATIONS)
                .map(it -> new Violation(at + it.pointer(), it.code(), detail(it)))
                .toList();
    }

    /**
     * A mistake and the schema it breaks.
     *
     * @param pointer to what is wrong, empty for the whole document
     * @param keyword of the schema that is not met
     * @param schema the object that holds the keyword
     * @param member name of the missing or superfluous member, where it is about one
     */
    private record Mistake(
            String pointer,
            String keyword,
            JsonNode schema,
            @Nullable String member) {
        /** Mistakes at the same place are one. */
        String place() {
            return pointer + (ABOUT_THE_VALUE.contains(keyword) ? " value" : " " + keyword + " " + member);
        }

        Mistake preferred(Mistake other) {
            return other.isType() ? other : this;
        }

        boolean isType() {
            return keyword.equals("type");
        }

        boolean isUnknownMember() {
            return keyword.equals("additionalProperties") || keyword.equals("unevaluatedProperties");
        }

        String code() {
            return isUnknownMember()
                    ? "unknown-member"
                    : keyword.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        }
    }

    private Mistake locate(ValidationMessage message) {
        JsonNodePath path = message.getEvaluationPath();
        JsonNodePath instance = message.getInstanceLocation();
        String in = file;
        JsonNode schema = schemas.path(in);
        int depth = 0;
        int last = path.getNameCount() - 1;
        for (int i = 0; i < last; i++) {
            String keyword = path.getElement(i).toString();
            switch (keyword) {
                case "$ref" -> {
                    String[] target = schema.path(keyword).asText().split("#", 2);
                    in = target[0].isEmpty() ? in : target[0];
                    schema = schemas.path(in).at(JsonPointer.compile(target.length > 1 ? target[1] : ""));
                }
                case "properties", "patternProperties" -> {
                    depth++;
                    schema = schema.path(keyword).path(path.getElement(++i).toString());
                }
                case "items", "additionalProperties", "unevaluatedProperties", "contains" -> {
                    depth++;
                    schema = schema.path(keyword);
                }
                case "oneOf", "anyOf", "not" -> {
                    return new Mistake(pointer(instance, depth), keyword, schema, null);
                }
                case "allOf" ->
                    schema = schema.path(keyword)
                            .path(Integer.parseInt(path.getElement(++i).toString()));
                default -> schema = schema.path(keyword);
            }
        }
        String keyword = message.getType();
        String member = message.getProperty();
        String pointer = pointer(instance, instance.getNameCount());
        Mistake mistake = new Mistake(pointer, keyword, schema, member);
        boolean atMember = member != null && (mistake.isUnknownMember() || keyword.equals("propertyNames"));
        return atMember ? new Mistake(Json.at(pointer, member), keyword, schema, member) : mistake;
    }

    private static String pointer(JsonNodePath path, int length) {
        String pointer = "";
        for (int i = 0; i < length; i++) {
            pointer = Json.at(pointer, path.getElement(i).toString());
        }
        return pointer;
    }

    private String detail(Mistake mistake) {
        JsonNode inWords = mistake.schema().path("x-expected-of").path(mistake.keyword());
        if (inWords.isTextual()) {
            return inWords.asText();
        }
        String member = mistake.member() == null ? "" : mistake.member();
        if (mistake.isUnknownMember()) {
            return "there is no member `%s` here%s"
                    .formatted(
                            Words.shortened(member),
                            nearest(member, mistake.schema())
                                    .map(it -> "; did you mean `" + it + "`")
                                    .orElse(""));
        }
        return switch (mistake.keyword()) {
            case "required" -> "member `%s` is missing".formatted(member);
            case "dependentRequired" -> "member `%s` is not complete without another".formatted(member);
            case "propertyNames" ->
                "`%s` is not %s"
                        .formatted(
                                Words.shortened(member),
                                mistake.schema()
                                        .path("propertyNames")
                                        .path("x-expected")
                                        .asText("a name it may have"));
            default ->
                "expected %s, found %s".formatted(expected(mistake), Words.value(document.at(mistake.pointer())));
        };
    }

    private static String expected(Mistake mistake) {
        JsonNode schema = mistake.schema();
        JsonNode inWords = schema.path("x-expected");
        if (inWords.isTextual()) {
            return inWords.asText();
        }
        String limit = schema.path(mistake.keyword()).asText();
        return switch (mistake.keyword()) {
            case "type" -> types(schema.path("type"));
            case "enum" -> "one of " + list(schema.path("enum"), ", ");
            case "const" -> list(schema.path("const"), "");
            case "minimum" -> "at least " + limit;
            case "maximum" -> "at most " + limit;
            case "minLength" -> limit.equals("1") ? "a text that is not empty" : "at least " + limit + " characters";
            case "maxLength" -> "at most " + limit + " characters";
            case "minItems" -> limit.equals("1") ? "a list that is not empty" : "at least " + limit + " items";
            case "maxItems" -> "at most " + limit + " items";
            case "minProperties" -> "at least " + limit + " members";
            case "maxProperties" -> "at most " + limit + " members";
            case "pattern" -> "a text that matches `" + limit + "`";
            case "format" -> "a text of the format `" + limit + "`";
            default -> "what the schema says under `" + mistake.keyword() + "`";
        };
    }

    private static String types(JsonNode type) {
        StringJoiner words = new StringJoiner(" or ");
        Iterable<JsonNode> each = type.isArray() ? type : List.of(type);
        each.forEach(it -> words.add(TYPES.getOrDefault(it.asText(), it.asText())));
        return words.toString();
    }

    private static String list(JsonNode values, String separator) {
        StringJoiner words = new StringJoiner(separator);
        Iterable<JsonNode> each = values.isArray() ? values : List.of(values);
        each.forEach(it -> words.add("`" + it.asText() + "`"));
        return words.toString();
    }

    private static Optional<String> nearest(String member, JsonNode schema) {
        List<String> known = schema.path("properties").properties().stream()
                .filter(it -> !it.getValue().path("x-inert").asBoolean())
                .map(Map.Entry::getKey)
                .toList();
        return Words.nearest(member, known);
    }
}
