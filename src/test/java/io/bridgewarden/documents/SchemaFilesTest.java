package io.bridgewarden.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaFilesTest {
    private static final Path FOLDER = Path.of("schemas");

    static Stream<String> names() {
        return Schemas.shipped().names().stream();
    }

    private static JsonNode schema(String name) {
        return Schemas.shipped().schema(name);
    }

    @Test
    void theIndexListsTheFilesOfTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> there = files.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".json"))
                    .sorted()
                    .toList();

            assertThat(Files.readAllLines(FOLDER.resolve("index.txt"))).isEqualTo(there);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isAValidSchema(String name) {
        JsonSchema draft =
                JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SchemaLocation.of(SchemaId.V202012));

        assertThat(schema(name).path("$schema").asText()).isEqualTo(SchemaId.V202012);
        assertThat(schema(name).path("title").asText()).isEqualTo(name);
        assertThat(draft.validate(schema(name))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void describesEveryMember(String name) {
        List<String> silent = new ArrayList<>();
        walk("#", schema(name), true, silent);

        assertThat(silent).isEmpty();
    }

    /** Collects the places of schemas without description; one that refers to another may leave it to that. */
    private static void walk(String at, JsonNode schema, boolean member, List<String> silent) {
        if (!schema.isObject()) {
            return;
        }
        boolean described = !schema.path("description").asText().isBlank() || schema.has("$ref");
        if (member && !described) {
            silent.add(at);
        }
        if (schema.path("type").asText().equals("object") && !schema.has("additionalProperties")) {
            boolean open = schema.path("x-expected").isTextual() || described;
            if (!open) {
                silent.add(at + " (says neither what other members are nor that there are none)");
            }
        }
        for (String group : List.of("properties", "$defs", "patternProperties")) {
            schema.path(group)
                    .properties()
                    .forEach(it -> walk(at + "/" + group + "/" + it.getKey(), it.getValue(), true, silent));
        }
        for (String single : List.of("items", "additionalProperties", "propertyNames")) {
            walk(at + "/" + single, schema.path(single), true, silent);
        }
        for (String several : List.of("oneOf", "anyOf", "allOf")) {
            schema.path(several).forEach(it -> walk(at + "/" + several, it, false, silent));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void acceptsItsOwnExamplesAndDefaults(String name) {
        schema(name)
                .path("examples")
                .forEach(it -> assertThat(Schemas.shipped().violations(name, it, "#"))
                        .as(it.toString())
                        .isEmpty());
        schema(name).path("properties").properties().forEach(it -> {
            JsonNode value = it.getValue().path("default");
            if (!value.isMissingNode()) {
                assertThat(Schemas.shipped()
                                .violations(
                                        name, Json.mapper().createObjectNode().set(it.getKey(), value), "#"))
                        .as(it.getKey())
                        .isEmpty();
            }
        });
    }

    @Test
    void whatOthersReadIsThere() {
        assertThat(names())
                .contains(
                        "bridge-request",
                        "bridge-response",
                        "registration",
                        "registrations",
                        "registrations-bulk",
                        "rule-case",
                        "problem",
                        "decision",
                        "batch-request",
                        "batch-response",
                        "system_config.ecallmgr");
    }
}
