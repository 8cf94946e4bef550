package io.bridgewarden.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.Problem.Violation;
import io.bridgewarden.documents.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationStoreTest {
    private static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");
    private static final String OWN_NODE = "ecallmgr@node1";
    private static final Predicate<Optional<ConfigSection>> ALWAYS = there -> true;
    // The cases are about keys that there are not; these hold the same values.
    private static final Map<String, List<String>> KEYS =
            Map.of("a", List.of("fetch_timeout"), "o", List.of("gateways", "carrier"));

    private static ObjectNode json(String text) {
        return Json.readObject(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static ConfigurationStore open(Path directory, String files) {
        return ConfigurationStore.open(directory, Configuration.of(json(files), Map.of()), InstantSource.fixed(NOW));
    }

    private static ConfigurationStore inMemory(String files) {
        return ConfigurationStore.open(null, Configuration.of(json(files), Map.of()), InstantSource.fixed(NOW));
    }

    private static <T> T done(CompletionStage<T> change) {
        return change.toCompletableFuture().join();
    }

    private static Problem refusal(CompletionStage<?> change) {
        Throwable thrown = catchThrowable(() -> done(change));
        assertThat(thrown).isInstanceOf(CompletionException.class).hasCauseInstanceOf(ProblemException.class);
        return ((ProblemException) thrown.getCause()).problem();
    }

    private static long fetchTimeout(ConfigurationStore store, String zone) {
        return store.inForce().effective("n@h", zone).integer("fetch_timeout");
    }

    @Test
    void aSectionIsInForceOnceItIsWrittenAndSurvivesARestart(@TempDir Path directory) {
        try (ConfigurationStore store = open(directory, "{}")) {
            String before = store.inForce().revision();

            done(store.put("east", json("{'fetch_timeout': 7}"), "kim", ALWAYS));

            assertThat(fetchTimeout(store, "east")).isEqualTo(7);
            assertThat(fetchTimeout(store, "west")).isEqualTo(2600);
            assertThat(store.inForce().revision()).isNotEqualTo(before);
        }
        try (ConfigurationStore store = open(directory, "{}")) {
            ConfigSection section = store.section("east").orElseThrow();

            assertThat(fetchTimeout(store, "east")).isEqualTo(7);
            assertThat(section.kept()).contains(new ConfigSection.Change(NOW, "kim"));
            assertThat(section.hidesFile()).isFalse();
        }
    }

    @Test
    void aWrittenSectionHoldsInPlaceOfTheFilesWholeAndRemovingItBringsThatBack(@TempDir Path directory) {
        try (ConfigurationStore store = open(
                directory, "{'default': {'fetch_timeout': 1, 'fs_node_uptime_s': 1}, 'east': {'use_vlc': true}}")) {
            done(store.put("default", json("{'fetch_timeout': 2}"), "kim", ALWAYS));

            EffectiveConfig effective = store.inForce().effective("n@h", "east");
            assertThat(effective.integer("fetch_timeout")).isEqualTo(2);
            assertThat(effective.integer("fs_node_uptime_s")).isEqualTo(600);
            assertThat(effective.bool("use_vlc")).isTrue();
            assertThat(store.section("default")).get().returns(true, ConfigSection::hidesFile);

            done(store.remove("default", ALWAYS));

            assertThat(fetchTimeout(store, "east")).isEqualTo(1);
            assertThat(store.section("default").orElseThrow().kept()).isEmpty();
        }
        try (ConfigurationStore store = open(directory, "{}")) {
            assertThat(store.overview().sections()).isEmpty();
        }
    }

    @Test
    void aPatchChangesWhatItNamesAlsoOfASectionOfTheFile() {
        ConfigurationStore store =
                inMemory("{'default': {'fetch_timeout': 1, 'use_vlc': true, 'gateways': {'a': {'x': 1}}}}");

        ConfigSection section = done(store.patch(
                "default", json("{'fetch_timeout': 2, 'use_vlc': null, 'gateways': {'b': {}}}"), "kim", ALWAYS));

        assertThat(section.document()).isEqualTo(json("{'fetch_timeout': 2, 'gateways': {'a': {'x': 1}, 'b': {}}}"));
        assertThat(section.hidesFile()).isTrue();
        assertThat(done(store.patch("east", json("{'use_vlc': true}"), "kim", ALWAYS))
                        .document())
                .isEqualTo(json("{'use_vlc': true}"));
    }

    @Test
    void whatIsRefusedChangesNothing(@TempDir Path directory) {
        try (ConfigurationStore store = open(directory, "{'default': {'fetch_timeout': 1}}")) {
            String revision = store.inForce().revision();

            Problem put = refusal(store.put("default", json("{'use_vlc': 'yes', 'fetch_timeout': []}"), "kim", ALWAYS));
            Problem patch = refusal(store.patch("default", json("{'gateways': {'a': 1}}"), "kim", ALWAYS));

            assertThat(put.status()).isEqualTo(422);
            assertThat(put.errors())
                    .extracting(Violation::pointer)
                    .containsExactlyInAnyOrder("#/use_vlc", "#/fetch_timeout");
            assertThat(patch.errors()).extracting(Violation::pointer).containsExactly("#/gateways/a");
            assertThat(store.inForce().revision()).isEqualTo(revision);
        }
        try (ConfigurationStore store = open(directory, "{}")) {
            assertThat(store.overview().sections()).isEmpty();
        }
    }

    @Test
    void aChangeIsMadeOnTheConditionThatTheSectionIsWhatTheCallerBelieves() {
        ConfigurationStore store = inMemory("{'default': {'fetch_timeout': 1}}");
        String revision = store.section("default").orElseThrow().revision();
        Predicate<Optional<ConfigSection>> unchanged =
                there -> there.filter(it -> it.revision().equals(revision)).isPresent();

        done(store.put("default", json("{'fetch_timeout': 2}"), "kim", unchanged));
        Problem second = refusal(store.put("default", json("{'fetch_timeout': 3}"), "lee", unchanged));
        Problem patch = refusal(store.patch("default", json("{'fetch_timeout': 3}"), "lee", unchanged));
        Problem removal = refusal(store.remove("default", unchanged));
        Problem absent = refusal(store.put("east", json("{}"), "lee", Optional::isPresent));

        assertThat(List.of(second, patch, removal, absent))
                .extracting(Problem::status)
                .containsOnly(412);
        assertThat(second.detail())
                .contains(store.section("default").orElseThrow().revision());
        assertThat(fetchTimeout(store, "east")).isEqualTo(2);
    }

    @Test
    void theOrderOfMembersIsKeptAndMattersToTheRevisionOfASection() {
        ConfigurationStore store = inMemory("{}");

        ConfigSection one = done(store.put("default", json("{'use_vlc': true, 'use_shout': true}"), "kim", ALWAYS));
        ConfigSection other = done(store.put("default", json("{'use_shout': true, 'use_vlc': true}"), "kim", ALWAYS));

        assertThat(one.revision()).matches("sha256:[0-9a-f]{64}").isNotEqualTo(other.revision());
        assertThat(other.document().fieldNames()).toIterable().containsExactly("use_shout", "use_vlc");
    }

    @Test
    void whatIsNotThereOrNotKeptIsNotRemoved() {
        ConfigurationStore store = inMemory("{'default': {'fetch_timeout': 1}}");

        assertThat(refusal(store.remove("east", ALWAYS)).status()).isEqualTo(404);
        assertThat(refusal(store.remove("default", ALWAYS)).status()).isEqualTo(409);
        assertThat(fetchTimeout(store, "east")).isEqualTo(1);
    }

    @Test
    void anotherConfigurationOfFilesComesInForceUnderWhatWasWritten() {
        ConfigurationStore store = inMemory("{'default': {'fetch_timeout': 1}, 'east': {'fetch_timeout': 1}}");
        done(store.put("east", json("{'fetch_timeout': 2}"), "kim", ALWAYS));

        done(store.follow(Configuration.of(json("{'default': {'fetch_timeout': 3}}"), Map.of())));

        assertThat(fetchTimeout(store, "west")).isEqualTo(3);
        assertThat(fetchTimeout(store, "east")).isEqualTo(2);
        assertThat(store.section("east")).get().returns(false, ConfigSection::hidesFile);
    }

    @Test
    void nothingStartsWithASectionThatDoesNotFit(@TempDir Path directory) {
        try (StoreFile file = StoreFile.open(directory, "config")) {
            file.write(
                    Map.of(
                            "east",
                            Json.write(
                                    json(
                                            "{'section': {'use_vlc': 'yes'}, 'changed_at': '2026-01-15T10:00:00Z', 'changed_by': 'kim'}"))));
        }

        assertThatThrownBy(() -> open(directory, "{}"))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll("`east`", "#/use_vlc", "expected `true` or `false`");
        assertThatThrownBy(() -> open(directory, "{}"))
                .as("the file is let go of")
                .hasMessageContaining("#/use_vlc");
    }

    @Test
    void closedItAnswersAndChangesNothing() {
        ConfigurationStore store = inMemory("{'default': {'fetch_timeout': 1}}");

        store.close();

        assertThat(refusal(store.put("default", json("{}"), "kim", ALWAYS)).status())
                .isEqualTo(503);
        assertThat(fetchTimeout(store, "east")).isEqualTo(1);
    }

    static Stream<JsonNode> writingCases() throws IOException {
        try (var stream = ConfigurationStoreTest.class.getResourceAsStream("/conformance/config.json")) {
            return StreamSupport.stream(
                            Json.read(stream.readAllBytes()).path("cases").spliterator(), false)
                    .filter(it -> it.has("value"));
        }
    }

    @Test
    void thereAreWritingCases() throws IOException {
        assertThat(writingCases()).hasSize(6);
    }

    @ParameterizedTest
    @MethodSource("writingCases")
    void writesWhereKazooWritesAndNothingElse(JsonNode testCase) {
        ObjectNode document = real((ObjectNode) testCase.path("document"));
        ConfigurationStore store = inMemory(document.toString());
        List<String> path = path(testCase.path("key"));
        String section = switch (testCase.path("reader").asText()) {
            case "set" -> Sections.toWrite(document, path, OWN_NODE);
            case "set_default" -> Sections.DEFAULT;
            default -> testCase.path("node").asText();
        };

        done(store.patch(section, nested(path, testCase.path("value")), "kim", ALWAYS));

        ObjectNode expected = document.deepCopy();
        JsonNode written = testCase.at("/expected/written/0");
        ObjectNode parent = expected.withObjectProperty(written.at("/path/0").asText());
        for (String name : path.subList(0, path.size() - 1)) {
            parent = parent.withObjectProperty(name);
        }
        parent.set(path.get(path.size() - 1), written.path("value"));
        assertThat(testCase.at("/expected/written")).hasSize(1);
        assertThat(store.inForce().ecallmgr()).isEqualTo(expected);
    }

    private static List<String> path(JsonNode key) {
        List<String> path = new ArrayList<>();
        if (key.isArray()) {
            key.forEach(it -> path.addAll(KEYS.getOrDefault(it.asText(), List.of(it.asText()))));
            return path;
        }
        return KEYS.getOrDefault(key.asText(), List.of(key.asText()));
    }

    private static ObjectNode nested(List<String> path, JsonNode value) {
        ObjectNode outermost = Json.mapper().createObjectNode();
        ObjectNode parent = outermost;
        for (String name : path.subList(0, path.size() - 1)) {
            parent = parent.putObject(name);
        }
        parent.set(path.get(path.size() - 1), value);
        return outermost;
    }

    private static ObjectNode real(ObjectNode document) {
        ObjectNode real = Json.mapper().createObjectNode();
        document.properties().forEach(section -> {
            ObjectNode keys = real.putObject(section.getKey());
            section.getValue().properties().forEach(it -> keys.setAll(nested(path(it.getKey()), it.getValue())));
        });
        return real;
    }

    private static List<String> path(String key) {
        return KEYS.getOrDefault(key, List.of(key));
    }
}
