package io.bridgewarden.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A key of the ecallmgr configuration, as {@code schemas/system_config.ecallmgr.json} has it.
 *
 * @param type as KAZOO lists it, {@code array(string)}; empty where it lists none
 * @param reader what KAZOO reads it with
 * @param byDefault a missing node if it has no default; shared, not to be changed
 * @param unitOrNull of its value, {@code ms}; null if it has none
 * @param inert whether it is known and nothing here reads it
 * @param description what it does, for operators
 */
public record ConfigKey(
        String name,
        String type,
        Reader reader,
        JsonNode byDefault,
        @Nullable String unitOrNull,
        boolean inert,
        String description) {
    static ConfigKey of(String name, JsonNode schema) {
        return new ConfigKey(
                name,
                schema.path("x-type").asText(),
                Reader.of(schema.path("x-reader").asText()),
                schema.path("default"),
                schema.path("x-unit").textValue(),
                schema.path("x-inert").asBoolean(),
                schema.path("description").asText());
    }

    /** Every key, by name. */
    public static List<ConfigKey> all() {
        return List.copyOf(new TreeMap<>(Keys.all()).values());
    }

    /** The unit of its value, if it has one. */
    public Optional<String> unit() {
        return Optional.ofNullable(unitOrNull);
    }
}
