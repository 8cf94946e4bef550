package io.bridgewarden.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static final List<String> KNOWN = List.of("endpoints", "use_vlc", "use_shout", "use_tcp", "now", "node");

    @ParameterizedTest
    @CsvSource({
        "endpoint, endpoints",
        "Endpoints, endpoints",
        "use-vlc, use_vlc",
        "use_vcl, use_vlc",
        "use_shotu, use_shout",
        "nwo, now",
        "zebra, ",
        "x, "
    })
    void findsTheNameThatWasMeant(String written, String meant) {
        assertThat(Words.nearest(written, KNOWN).orElse(null)).isEqualTo(meant);
    }

    @Test
    void neverCutsACharacterInTwo() {
        assertThat(Words.shortened("x".repeat(59) + "😀😀")).isEqualTo("x".repeat(59) + "…");
    }
}
