package io.bridgewarden.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Schemas;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolutionTest {
    private static Resolution resolve(String request) {
        ObjectNode read = Json.readObject(request.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        Schemas.shipped().check("config-resolve-request", read);
        return Resolution.of(read);
    }

    @ParameterizedTest
    @CsvSource({"ecallmgr@a, ecallmgr@a, 3", "ecallmgr@b, east, 2", "default, default, 1"})
    void saysWhichSectionDecides(String node, String section, int value) {
        Resolution resolution = resolve("""
                {'document': {'default': {'a': 1}, 'east': {'a': 2}, 'ecallmgr@a': {'a': 3}},
                 'zone': 'east', 'node': '%s', 'key': 'a', 'reader': 'integer'}
                """.formatted(node));

        assertThat(resolution.section()).isEqualTo(section);
        assertThat(resolution.value().intValue()).isEqualTo(value);
        assertThat(resolution.warnings()).isEmpty();
    }

    @Test
    void readsForItselfWhereNoNodeIsAskedFor() {
        String document =
                "{'document': {'default': {'a': 1}, 'ecallmgr@own': {'a': 2}}, 'key': 'a', 'reader': 'raw'%s}";

        assertThat(resolve(document.formatted(", 'own_node': 'ecallmgr@own'")).section())
                .isEqualTo("ecallmgr@own");
        assertThat(resolve(document.formatted("")).section()).isEqualTo("default");
    }

    @Test
    void noSectionDecidesWhereNothingIsSet() {
        Resolution resolution = resolve("{'document': {}, 'key': 'a', 'reader': 'text', 'default': 'd'}");

        assertThat(resolution.section()).isNull();
        assertThat(resolution.value().asText()).isEqualTo("d");
    }

    @Test
    void noSectionDecidesWhereWhatIsSetCountsAsNotSet() {
        Resolution resolution =
                resolve("{'document': {'default': {'a': null}}, 'key': 'a', 'reader': 'text', 'default': 'd'}");

        assertThat(resolution.section()).isNull();
        assertThat(resolution.value().asText()).isEqualTo("d");
        assertThat(resolution.warnings()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            is_true | 'yes'   | `yes` is neither `true` nor `false`; taken for `false`
            boolean | 'yes'   | `yes` counts as not set, so the default holds
            integer | null    | `null` counts as not set, so the default holds
            texts   | {'x':1} | `{"x":1}` counts as not set, so the default holds
            """)
    void tellsOfAValueThatIsNotTakenAsItStands(String reader, String value, String detail) {
        Resolution resolution =
                resolve("{'document': {'a/b': {'o': {'x': %s}}}, 'zone': 'a/b', 'key': ['o', 'x'], 'reader': '%s'}"
                        .formatted(value, reader));

        assertThat(resolution.warnings())
                .extracting(it -> it.pointer() + " " + it.code() + " " + it.detail())
                .containsExactly("#/document/a~1b/o/x unreadable-value " + detail);
    }

    @ParameterizedTest
    @CsvSource({"is_true, 'false'", "is_true, 'true'", "boolean, true", "integer, '5'", "text, 5", "texts, 'a'"})
    void doesNotTellOfOneThatIs(String reader, String value) {
        String written = value.matches("[a-z]+") && !value.matches("true|false") ? "'" + value + "'" : value;

        assertThat(resolve("{'document': {'default': {'a': %s}}, 'key': 'a', 'reader': '%s'}"
                                .formatted(written, reader))
                        .warnings())
                .isEmpty();
    }
}
