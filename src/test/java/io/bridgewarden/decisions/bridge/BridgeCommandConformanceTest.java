package io.bridgewarden.decisions.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.ConformanceCases;
import io.bridgewarden.decisions.Decisions;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.decisions.Options;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole bridge commands of the real KAZOO code; variables, whose order it leaves to hashing, compared as sets. */
class BridgeCommandConformanceTest {
    private static final Decisions DECISIONS = DecisionsFixture.shipped();
    private static final String BUSY = "sip_h_X-KAZOO-Respond-With='486 User Busy'";

    // What a careful successor answers where the case's quirk is mended (reference, bridge 16); the rest as upstream.
    private static final Map<String, List<String>> MENDED_LEGS = Map.of(
            "cmd-call-waiting-two",
            List.of(
                    "[^^!ecallmgr_Username='alice'!ecallmgr_Realm='acme.example'!" + BUSY
                            + "]sofia/sipinterface_1/alice@203.0.113.15:5060;transport=udp",
                    "[^^!ecallmgr_Username='bob'!ecallmgr_Realm='acme.example'!" + BUSY
                            + "]sofia/sipinterface_1/bob@203.0.113.13:5060;transport=udp"),
            "cmd-call-waiting-two-owners",
            List.of(
                    "[^^!ecallmgr_Owner-ID='u1'!ecallmgr_Username='alice'!ecallmgr_Realm='acme.example'!" + BUSY
                            + "]sofia/sipinterface_1/alice@203.0.113.15:5060;transport=udp",
                    "[^^!ecallmgr_Owner-ID='u2'!ecallmgr_Username='bob'!ecallmgr_Realm='acme.example']"
                            + "sofia/sipinterface_1/bob@203.0.113.13:5060;transport=udp"),
            "cmd-failover-mark-lifted",
            List.of("[^^!ecallmgr_Is-Failover='true']loopback/+14155550177/context_2"));
    private static final Map<String, String> MENDED_VARIABLES = Map.of(
            "cmd-failover-mark-lifted",
            "{ignore_early_media='true',ecallmgr_Call-Forward='true',ecallmgr_Retain-CID='true',"
                    + "local_var_clobber='true'}");

    static Stream<Arguments> cases() {
        return ConformanceCases.named("bridge-command.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void surroundsTheLegsAsTheRealSwitchOrItsCarefulSuccessor(String id, ObjectNode posted) {
        JsonNode expected = posted.get("expected");

        JsonNode result = DecisionsFixture.result(DECISIONS, "bridge", posted, Options.PLAIN);

        JsonNode command = result.path("command");
        assertThat(command.path("refused").asText())
                .isEqualTo(expected.path("refused").asText());
        assertThat(texts(command.path("before"))).isEqualTo(texts(expected.path("before")));
        assertThat(command.path("separator").asText())
                .isEqualTo(expected.path("separator").asText());
        List<String> legs = new ArrayList<>();
        result.path("legs").forEach(it -> legs.add(it.path("channel").asText()));
        assertThat(legs.stream().map(BridgeCommandConformanceTest::comparable).toList())
                .isEqualTo(MENDED_LEGS.getOrDefault(id, texts(expected.path("legs"))).stream()
                        .map(BridgeCommandConformanceTest::comparable)
                        .toList());
        String variables = MENDED_VARIABLES.getOrDefault(
                id, expected.path("channel_variables").asText());
        assertThat(comparable(command.path("channel_variables").asText())).isEqualTo(comparable(variables));
        assertThat(withoutBridge(command.path("applications")))
                .isEqualTo(withoutBridge(expected.path("applications")).stream()
                        .filter(it -> !it.startsWith("export loopback_bowout")) // Q25
                        .toList());
    }

    /** The applications with variables sorted, without the bridge, which legs and channel variables are. */
    private static List<String> withoutBridge(JsonNode applications) {
        return texts(applications).stream()
                .filter(it -> !it.startsWith("bridge "))
                .map(it -> it.startsWith("kz_multiset ^^~")
                        ? sorted(it.substring(15), "~").toString()
                        : it)
                .toList();
    }

    private static String comparable(String text) {
        if (text.startsWith("[^^!")) {
            int end = text.indexOf(']');
            return sorted(text.substring(4, end), "!") + text.substring(end);
        }
        return text.startsWith("{")
                ? sorted(text.substring(1, text.length() - 1), ",").toString()
                : text;
    }

    private static Set<String> sorted(String variables, String separator) {
        return new TreeSet<>(Arrays.asList(variables.split(separator)));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(it -> texts.add(it.asText()));
        return texts;
    }
}
