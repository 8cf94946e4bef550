package io.bridgewarden.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Schemas;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeedKeysTest {
    private static final JsonNode KEYS =
            Schemas.shipped().schema("system_config.ecallmgr").path("properties");

    static Stream<JsonNode> rows() throws IOException {
        try (var stream = SeedKeysTest.class.getResourceAsStream("/seed-keys.json")) {
            return StreamSupport.stream(
                    Json.read(stream.readAllBytes()).path("rows").spliterator(), false);
        }
    }

    @Test
    void theTableHas62KeysAndFourRowsOfListItems() throws IOException {
        assertThat(rows()).hasSize(66);
        assertThat(rows().filter(it -> it.path("key").asText().endsWith(".[]"))).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachRowIsThereWithItsTypeAndDefault(JsonNode row) {
        String name = row.path("key").asText();
        JsonNode key = name.endsWith(".[]")
                ? KEYS.path(name.substring(0, name.length() - 3)).path("items")
                : KEYS.path(name);
        String type = row.path("type").asText("");

        assertThat(key.path("description").asText()).as("description").isNotBlank();
        assertThat(key.has("x-inert")).as("inert").isFalse();
        if (name.endsWith(".[]")) {
            assertThat(key.path("type").toString()).contains("string");
        } else {
            assertThat(key.path("x-type").asText("")).isEqualTo(row.path("type").isNull() ? "" : type);
            assertThat(key.path("type").toString())
                    .contains(row.path("type").isNull() ? "object" : type.replaceFirst("\\(.*", ""));
        }
        JsonNode value = row.path("value");
        assertThat(key.path("default")).isEqualTo(value.isNull() ? Json.mapper().missingNode() : value);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachDefaultIsWhatHoldsWhenNothingIsSet(JsonNode row) {
        String name = row.path("key").asText();
        if (!name.endsWith(".[]") && !row.path("value").isNull()) {
            assertThat(Configuration.empty().effective(null, null).raw(name)).isEqualTo(row.path("value"));
        }
    }
}
