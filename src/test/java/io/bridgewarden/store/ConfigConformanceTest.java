package io.bridgewarden.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reading cases of {@code conformance/config.json}, answered by KAZOO; what it writes meanwhile is left out. */
class ConfigConformanceTest {
    private static final String OWN_NODE = "ecallmgr@node1";
    private static final Set<String> WRITERS = Set.of("set", "set_default", "set_node");

    /** A key for each reader, to meet the values of the cases in a document that is checked. */
    private static final Map<String, String> KEYS = Map.of(
            "is_true", "use_http_cache",
            "boolean", "failover_when_all_unreg",
            "integer", "fetch_timeout",
            "text", "freeswitch_context",
            "texts", "call_routing_bindings",
            "json", "expandable_macros",
            "jsons", "fs_cmds");

    static Stream<JsonNode> readingCases() throws IOException {
        try (var stream = ConfigConformanceTest.class.getResourceAsStream("/conformance/config.json")) {
            return StreamSupport.stream(
                            Json.read(stream.readAllBytes()).path("cases").spliterator(), false)
                    .filter(it -> !WRITERS.contains(it.path("reader").asText()))
                    .filter(it -> !it.path("expected").has("error"));
        }
    }

    static Stream<JsonNode> valueCases() throws IOException {
        return readingCases()
                .filter(it -> KEYS.containsKey(it.path("reader").asText()))
                .filter(it -> it.path("key").asText().equals("a"))
                .filter(it -> it.path("document").path("default").has("a"))
                .filter(it -> it.path("document").size() == 1);
    }

    private static JsonNode expected(JsonNode testCase) {
        return testCase.path(testCase.has("intended") ? "intended" : "expected").path("value");
    }

    private static List<String> path(JsonNode key) {
        List<String> path = new ArrayList<>();
        key.forEach(it -> path.add(it.asText()));
        return key.isArray() ? path : List.of(key.asText());
    }

    @ParameterizedTest
    @MethodSource("readingCases")
    void readsWhatKazooReads(JsonNode testCase) {
        String node = testCase.has("node") ? testCase.path("node").textValue() : OWN_NODE;
        String reader = testCase.path("reader").asText();
        Sections.Found found = Sections.find(
                testCase.path("document"),
                path(testCase.path("key")),
                node,
                testCase.path("zone").textValue());

        JsonNode value = Reader.of(reader.equals("fetch_current") ? "current" : reader)
                .read(found.value(), testCase.path("default"));

        assertThat(value.isMissingNode() ? "null" : value.toString())
                .isEqualTo(expected(testCase).toString());
    }

    @Test
    void thereAreCases() throws IOException {
        assertThat(readingCases()).hasSizeGreaterThan(85);
        assertThat(valueCases()).hasSizeGreaterThan(40);
    }

    /** What KAZOO reads without harm is read alike from a real key; what would crash it, or is misspelled, is refused. */
    @ParameterizedTest
    @MethodSource("valueCases")
    void readsItOfARealKeyOrRefusesIt(JsonNode testCase) {
        String key = KEYS.get(testCase.path("reader").asText());
        JsonNode value = testCase.path("document").path("default").path("a");
        ObjectNode document = Json.mapper().createObjectNode();
        document.putObject("default").set(key, value);

        if (refused(testCase, value)) {
            assertThatThrownBy(() -> Configuration.of(document, Map.of())).isInstanceOf(ProblemException.class);
        } else {
            JsonNode read =
                    Configuration.of(document, Map.of()).effective(null, null).raw(key);
            boolean byDefault = expected(testCase).equals(testCase.path("default"))
                    && !expected(testCase).equals(value);
            JsonNode expected = byDefault ? Keys.key(key).byDefault() : expected(testCase);
            assertThat(read.toString()).isEqualTo(expected.toString());
        }
    }

    private static boolean refused(JsonNode testCase, JsonNode value) {
        boolean crash = testCase.path("expected").has("crash");
        boolean misspelled = switch (testCase.path("reader").asText()) {
            case "is_true" -> !Set.of("true", "false", "null").contains(value.asText());
            case "json" -> !value.isObject() && !value.isNull() || value.has("x");
            case "jsons" ->
                !value.isArray() && !value.isNull() || !value.path(1).isMissingNode();
            case "text" -> value.isContainerNode();
            case "texts" -> value.isTextual() && !value.asText().isEmpty();
            case "integer" -> value.decimalValue().signum() < 0;
            default -> false;
        };
        return crash || misspelled;
    }
}
