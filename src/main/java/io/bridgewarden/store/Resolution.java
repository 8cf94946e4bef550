package io.bridgewarden.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem.Violation;
import io.bridgewarden.documents.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one key of a configuration document is read as, where the document is brought along. Reading changes nothing.
 *
 * @param value a missing node if there is none, written as null
 * @param section the section it is from; null if it is the default, or there is none
 * @param error what a reader that hands errors on answers in place of a value, if it does
 * @param warnings what is configured and not taken as it stands
 */
public record Resolution(
        @JsonProperty("value") JsonNode value,
        @JsonProperty("section") @Nullable String section,

        @JsonProperty("error") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String error,

        @JsonProperty("warnings") List<Violation> warnings) {
    private static final String HANDS_ERRORS_ON = "fetch_current";
    private static final String OWN_NODE = "ecallmgr@node1";

    public Resolution {
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads the key.
     *
     * @param request has passed the schema {@code config-resolve-request}
     */
    public static Resolution of(ObjectNode request) {
        JsonNode document = request.path("document");
        String word = request.path("reader").asText();
        String error = document.isNull() ? "not_found" : document.path("error").textValue();
        if (word.equals(HANDS_ERRORS_ON) && error != null) {
            return new Resolution(MissingNode.getInstance(), null, error, List.of());
        }
        Reader reader = word.equals(HANDS_ERRORS_ON) ? Reader.CURRENT : Reader.of(word);
        List<String> path = path(request.path("key"));
        Sections.Found found = Sections.find(
                document, path, node(request), request.path("zone").textValue());
        boolean taken = !reader.read(found.value(), MissingNode.getInstance()).isMissingNode();
        return new Resolution(
                reader.read(found.value(), request.path("default")),
                taken ? found.section() : null,
                null,
                warnings(reader, found, path));
    }

    private static @Nullable String node(ObjectNode request) {
        return request.has("node")
                ? request.path("node").textValue()
                : request.path("own_node").asText(OWN_NODE);
    }

    private static List<String> path(JsonNode key) {
        if (!(key instanceof ArrayNode names)) {
            return List.of(key.asText());
        }
        List<String> path = new ArrayList<>();
        names.forEach(it -> path.add(it.asText()));
        return path;
    }

    private static List<Violation> warnings(Reader reader, Sections.Found found, List<String> path) {
        if (found.section() == null) {
            return List.of();
        }
        String pointer = Json.at("#/document", found.section());
        for (String name : path) {
            pointer = Json.at(pointer, name);
        }
        String at = pointer;
        return reader.misreading(found.value())
                .map(it -> "`%s` %s".formatted(Words.shortened(text(found.value())), it))
                .map(it -> List.of(new Violation(at, "unreadable-value", it)))
                .orElse(List.of());
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
