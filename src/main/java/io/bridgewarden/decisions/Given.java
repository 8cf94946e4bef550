package io.bridgewarden.decisions;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads members of requests that have passed their schema, so of the right kind where they are there. */
public final class Given {
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private Given() {}

    /** A text; null if it is absent. */
    public static @Nullable String text(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value.asText();
    }

    /** A truth value; null if it is absent. */
    public static @Nullable Boolean bool(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value.asBoolean();
    }

    /** Whether a truth value is given, and true. */
    public static boolean isTrue(JsonNode object, String name) {
        return object.path(name).asBoolean();
    }

    /** An instant written as RFC 3339 has it; null if it is absent. */
    public static @Nullable Instant instant(JsonNode object, String name) {
        String value = text(object, name);
        return value == null ? null : OffsetDateTime.parse(value).toInstant();
    }

    /** A list of texts; empty if it is absent. */
    public static List<String> texts(JsonNode object, String name) {
        List<String> texts = new ArrayList<>();
        object.path(name).forEach(it -> texts.add(it.asText()));
        return texts;
    }

    /** An object as rules may hold it, its members in order; empty if it is null. Not to be changed. */
    public static Map<String, Object> members(@Nullable ObjectNode object) {
        return object == null || object.isEmpty() ? Map.of() : Json.mapper().convertValue(object, MEMBERS);
    }
}
