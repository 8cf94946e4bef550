package io.bridgewarden.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkMapTest {
    private static final NetworkMap MAP = NetworkMap.of(map(
            "10.0.0.0/8", "wide",
            "10.20.0.0/16", "narrow",
            "192.0.2.1/24", "host-bits",
            "198.51.100.7", "no-slash",
            "198.51.100.0/33", "too-long",
            "198.51.*.0/24", "wildcard",
            "198.51.100.0/24", "",
            "198.51.0.0/16", "behind",
            "2001:db8::/32", "six",
            "0.0.0.0/0", "any"));

    @ParameterizedTest
    @CsvSource({
        "10.20.3.4,        wide",
        "198.51.7.1,       behind",
        "2001:db8::5,      six",
        "::ffff:10.1.2.3,  wide",
        "203.0.113.1,      any",
        "192.0.2.1,        any"
    })
    void theFirstEntryThatContainsAnAddressWins(String host, String profile) {
        assertThat(MAP.profile(host)).isEqualTo(profile);
    }

    @Test
    void anEntryWithoutProfileStillEndsTheSearch() {
        assertThat(MAP.profile("198.51.100.5")).isNull();
    }

    @Test
    void aNameMatchesNothing() {
        assertThat(MAP.profile("edge.example")).isNull();
        assertThat(MAP.profile("")).isNull();
        assertThat(MAP.profile("10")).isNull();
        assertThat(MAP.profile("10.0.0.0/8")).isNull();
        assertThat(MAP.profile("*")).isNull();
    }

    private static ObjectNode map(String... entries) {
        ObjectNode map = Json.mapper().createObjectNode();
        for (int i = 0; i < entries.length; i += 2) {
            map.putObject(entries[i]).put("custom_sip_interface", entries[i + 1]);
        }
        return map;
    }
}
