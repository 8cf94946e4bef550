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

/**
 * Reads members of requests that have passed their schema, so of the right kind where they are there; and keeps instants in
 * answers to what requests could hold.
 */
public final class Checked {
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Checked() {}

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

    /** Reads one item of a list. */
    public interface Item<T> {
        T read(int position, JsonNode json);
    }

    /** Each item of a list, read; empty if it is absent. */
    public static <T> List<T> items(JsonNode list, Item<T> item) {
        List<T> items = new ArrayList<>();
        for (JsonNode it : list) {
            items.add(item.read(items.size(), it));
        }
        return items;
    }

    /** An object as rules may hold it, its members in order; empty if it is null. Not to be changed. */
    public static Map<String, Object> members(@Nullable ObjectNode object) {
        return object == null || object.isEmpty() ? Map.of() : Json.mapper().convertValue(object, MEMBERS);
    }

    /** An instant that RFC 3339 can write: itself, or the last of the year 9999 if it is later. */
    public static Instant writable(Instant instant) {
        return instant.isBefore(LAST) ? instant : LAST;
    }
}
