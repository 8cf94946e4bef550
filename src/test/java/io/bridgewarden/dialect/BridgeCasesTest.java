package io.bridgewarden.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BridgeCasesTest {
    static Stream<Arguments> cases() {
        // The one case without a better answer of its own; see below.
        return Cases.all("bridge.json")
                .filter(c -> !c.get("id").textValue().equals("var-quoting"))
                .map(c -> Arguments.of(Named.of(c.get("id").textValue(), c)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void legsReadAsTheCaseSays(JsonNode c) {
        JsonNode answer = c.has("successor") ? c.get("successor") : c.get("expected");

        assertThat(channels(c, answer)).isEqualTo(Cases.texts(answer.get("channels")));
    }

    @Test
    void aValueWithSeparatorsIsWrittenWithAnotherSeparatorAndWithoutBracketsThatDoNotMatch() {
        JsonNode c = Cases.one("bridge.json", "var-quoting");

        assertThat(channels(c, c.get("expected")))
                .containsExactly("[^^~ecallmgr_Username='a'~ecallmgr_Realm='acme.example'~presence_id='it\\'s'"
                        + "~ecallmgr_Comma='1,2'~ecallmgr_Back='c:\\d'~ecallmgr_Bracket='xyz'~ecallmgr_Bang='a!b']"
                        + "sofia/sipinterface_1/a@192.0.2.44");
    }

    static Stream<Arguments> lookups() {
        return Cases.all("bridge.json")
                .filter(c -> c.path("expected").has("lookups"))
                // Which of several registrations counts is not a question of the dialect.
                .filter(c -> !c.get("id").textValue().matches("reg-(remote-newest|local-before-remote)"))
                .flatMap(c -> IntStream.range(0, c.get("registrations").size())
                        .mapToObj(i -> Arguments.of(
                                Named.of(
                                        c.get("id").textValue() + " " + i,
                                        c.get("registrations").get(i)),
                                c.get("expected").get("lookups").get(i))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lookups")
    void aContactReadsAsTheRegistrarTellsIt(JsonNode registration, JsonNode lookup) {
        Optional<DialContact> contact = DialContact.of(Cases.registration(registration));

        if (lookup.has("crash")) {
            assertThat(contact).isEmpty();
        } else if (lookup.get("found").booleanValue()) {
            // Ours leaves the display name out at once; the leg is the same.
            String told = lookup.get("contact").textValue().replaceFirst("^\"[^\"]*\" ", "");
            assertThat(contact)
                    .hasValue(new DialContact(told, lookup.get("vars").has("Media-Webrtc")));
        }
    }

    private static List<String> channels(JsonNode c, JsonNode answer) {
        DialStrings dialStrings = new DialStrings(Cases.settings(c));
        List<String> channels = new ArrayList<>();
        for (int index : Cases.indexes(answer.get("from"))) {
            ObjectNode endpoint = (ObjectNode) c.get("endpoints").get(index);
            BridgeLeg leg = Cases.dialled(c, index, endpoint, true);
            dialStrings
                    .leg(leg.failover() == null ? endpoint : leg.failover(), leg.contact(), leg.options())
                    .ifPresent(written -> channels.add(written.channel()));
        }
        return channels;
    }
}
