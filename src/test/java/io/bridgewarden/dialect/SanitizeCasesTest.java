package io.bridgewarden.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How KAZOO cleans the values of channel variables, and what is meant where it crashes. */
class SanitizeCasesTest {
    static Stream<JsonNode> cases() {
        return Cases.all("media.json").filter(it -> it.path("op").asText().equals("sanitize"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void cleansAsKazooDoes(JsonNode given) {
        JsonNode expected = given.has("intended") ? given.path("intended") : given.path("expected");
        DialSettings settings =
                DialSettings.builder().names(cleaner(given.path("config"))).build();

        String value = new MultiSet(settings, new ArrayList<>())
                .channelValue(given.path("key").asText(), given.path("value"));

        assertThat(value).isEqualTo(expected.path("value").asText());
    }

    // An expression that is none is refused when it is configured, so the default holds.
    private static NameCleaner cleaner(JsonNode config) {
        try {
            return NameCleaner.of(config.path("sanitize_fs_value_regex").asText());
        } catch (IllegalArgumentException e) {
            return NameCleaner.of(null);
        }
    }
}
