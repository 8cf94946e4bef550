package io.bridgewarden.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BridgeCommandCasesTest {
    private static final Pattern VARIABLE = Pattern.compile("[\\w.-]+=(?:'(?:\\\\'|[^'])*'|[^',!}\\]]*)");

    /** Which endpoints are dialled where it is not all that can be, or not what upstream did. */
    private static final Map<String, List<Integer>> DIALLED = Map.of(
            "cmd-nothing", List.of(),
            "cmd-failover-mark-lifted", List.of(1),
            "cmd-failover-mark-kept", List.of(2),
            "cmd-failover-object", List.of(1),
            "cmd-group", List.of(1, 2),
            "cmd-lift-unregistered", List.of(0));

    private static final Map<String, Boolean> BYPASS =
            Map.of("cmd-media", false, "cmd-bypass", true, "cmd-bypass-endpoints", true);

    static Stream<Arguments> cases() {
        return Cases.all("bridge-command.json")
                .map(c -> Arguments.of(Named.of(c.get("id").textValue(), c)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void commandReadsAsTheCaseSays(JsonNode c) {
        String id = c.get("id").textValue();
        ObjectNode expected = (ObjectNode) c.get("expected");
        correct(id, expected);

        BridgeCommand command = command(c);

        assertThat(command.refused()).isEqualTo(expected.path("refused").textValue());
        if (command.refused() == null) {
            List<String> legs = command.legs().stream().map(Leg::channel).toList();
            String separator = command.separator();
            assertThat(command.before()).isEqualTo(Cases.texts(expected.get("before")));
            assertThat(separator).isEqualTo(expected.get("separator").textValue());
            assertThat(variables(command.channelVariables()))
                    .isEqualTo(variables(expected.get("channel_variables").textValue()));
            assertThat(legs.stream().map(BridgeCommandCasesTest::leg))
                    .isEqualTo(Cases.texts(expected.get("legs")).stream()
                            .map(BridgeCommandCasesTest::leg)
                            .toList());
            assertThat(command.applications().stream().map(BridgeCommandCasesTest::application))
                    .isEqualTo(Cases.texts(expected.get("applications")).stream()
                            .map(BridgeCommandCasesTest::application)
                            .toList());
            assertThat(command.applications())
                    .contains("bridge " + command.channelVariables() + String.join(separator, legs));
        }
    }

    /** What the recommendations change: the marks stay on the legs, and nothing is exported after the park. */
    private static void correct(String id, ObjectNode expected) {
        switch (id) {
            case "cmd-call-waiting-two" ->
                replaceLegs(
                        expected,
                        leg -> leg.replace(
                                "'acme.example']", "'acme.example'!sip_h_X-KAZOO-Respond-With='486 User Busy']"));
            case "cmd-call-waiting-two-owners" ->
                replaceLegs(
                        expected,
                        leg -> leg.contains("'u1'")
                                ? leg.replace(
                                        "'acme.example']", "'acme.example'!sip_h_X-KAZOO-Respond-With='486 User Busy']")
                                : leg);
            case "cmd-failover-mark-lifted" -> {
                expected.withArray("legs").remove(0);
                replaceLegs(expected, leg -> "[^^!ecallmgr_Is-Failover='true']" + leg);
                expected.put(
                        "channel_variables",
                        expected.get("channel_variables").textValue().replace("ecallmgr_Is-Failover='true',", ""));
            }
            case "cmd-loopback-flags" -> {
                expected.withArray("applications").remove(8);
                expected.withArray("applications").remove(8);
            }
            default -> {}
        }
    }

    private static void replaceLegs(ObjectNode expected, java.util.function.UnaryOperator<String> change) {
        List<String> legs = Cases.texts(expected.get("legs"));
        expected.putArray("legs")
                .addAll(legs.stream().map(change).map(expected::textNode).toList());
    }

    private static BridgeCommand command(JsonNode c) {
        ObjectNode request = (ObjectNode) c.get("request");
        String id = c.get("id").textValue();
        int size = request.get("Endpoints").size();
        List<Integer> dialled =
                DIALLED.getOrDefault(id, IntStream.range(0, size).boxed().toList());
        boolean keep = c.get("config").path("use_bypass_media_after_bridge").booleanValue();
        List<BridgeLeg> legs = new ArrayList<>();
        for (int index : dialled) {
            legs.add(Cases.dialled(
                    c, index, (ObjectNode) request.get("Endpoints").get(index), true));
        }
        Set<Integer> kept = keep ? Set.copyOf(dialled) : Set.of();
        BridgePlan plan = new BridgePlan(legs, Cases.separator(request), Optional.ofNullable(BYPASS.get(id)), kept);
        return new BridgeCommands(new DialStrings(Cases.settings(c))).command(request, plan);
    }

    private static Object application(String application) {
        if (application.startsWith("bridge ")) {
            return "bridge";
        }
        return application.startsWith("kz_multiset ^^~")
                ? Set.of(application.substring(15).split("~"))
                : application;
    }

    private static Object leg(String leg) {
        int end = leg.startsWith("[") ? leg.indexOf(']') + 1 : 0;
        return Map.entry(variables(leg.substring(0, end)), leg.substring(end));
    }

    private static Set<String> variables(String block) {
        Matcher matcher = VARIABLE.matcher(block);
        Set<String> variables = new HashSet<>();
        while (matcher.find()) {
            variables.add(matcher.group());
        }
        return variables.stream().collect(Collectors.toUnmodifiableSet());
    }
}
