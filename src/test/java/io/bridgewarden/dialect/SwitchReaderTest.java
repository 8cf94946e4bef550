package io.bridgewarden.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The reader that judges our dial strings, judged by what a running switch made of its own. */
class SwitchReaderTest {
    private static final Map<String, String> CALLER = Map.of("destination_number", "5550100", "sip_from_user", "alice");
    private static final Pattern REACHES_TARGET =
            Pattern.compile("sofia/external/(?:sip:)?((.*?)@TARGET.*)", Pattern.DOTALL);

    static Stream<Arguments> cases() {
        return Cases.all("dialstrings.json")
                .flatMap(c -> Stream.of(true, false)
                        .map(scansInside -> Arguments.of(Named.of(c.get("id").textValue(), c), scansInside)));
    }

    @ParameterizedTest(name = "{0}, scans inside: {1}")
    @MethodSource("cases")
    void readsWhatTheSwitchDialled(JsonNode c, boolean scansInside) {
        SwitchReader reader = new SwitchReader(CALLER, scansInside);

        List<JsonNode> dialled = dialled(reader.read(c.get("dial").textValue()));

        assertThat(dialled).containsExactlyElementsOf(c.get("legs"));
    }

    @Test
    void allCasesAreThere() {
        assertThat(cases()).hasSize(2 * 89);
    }

    /** The INVITEs the target gets: each thread goes through its groups until somebody answers. */
    private static List<JsonNode> dialled(List<SwitchReader.Branch> threads) {
        List<JsonNode> invites = new ArrayList<>();
        for (SwitchReader.Branch thread : threads) {
            for (SwitchReader.Group group : thread.groups()) {
                boolean answered = false;
                for (SwitchReader.ReadLeg leg : group.legs()) {
                    Matcher matcher = REACHES_TARGET.matcher(leg.endpoint());
                    if (matcher.matches()) {
                        invites.add(invite(leg, matcher.group(1)));
                        answered |= matcher.group(2).startsWith("ok");
                    }
                }
                if (answered) {
                    break;
                }
            }
        }
        invites.sort(Comparator.comparing(invite -> invite.get("to").textValue()));
        return invites;
    }

    private static JsonNode invite(SwitchReader.ReadLeg leg, String to) {
        String name = leg.value("origination_caller_id_name");
        String number = leg.value("origination_caller_id_number");
        ObjectNode invite = Json.mapper().createObjectNode();
        invite.put("to", "sip:" + to);
        invite.put(
                "from",
                "\"%s\" <sip:%s@SWITCH>".formatted(name == null ? "Al Ice" : name, number == null ? "alice" : number));
        ObjectNode headers = invite.putObject("headers");
        Stream.concat(leg.own().stream(), leg.shared().stream())
                .map(SwitchReader.Variable::name)
                .filter(variable -> variable.startsWith("sip_h_"))
                .sorted()
                // A header ends where its line does.
                .forEach(
                        variable -> headers.put(variable.substring("sip_h_".length()), firstLine(leg.value(variable))));
        return invite;
    }

    private static String firstLine(@Nullable String value) {
        return value == null ? "" : value.lines().findFirst().orElse("");
    }
}
