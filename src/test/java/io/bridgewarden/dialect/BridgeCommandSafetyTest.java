package io.bridgewarden.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever a bridge request says, the switch reads its legs, and the variables that were asked for. */
class BridgeCommandSafetyTest {
    private static final SwitchReader READER = new SwitchReader(Map.of("x", "EXPANDED"), true);
    private static final DialContact PHONE = new DialContact("sip:line7@203.0.113.9:5060;transport=udp", false);
    private static final DialStrings DIAL_STRINGS = new DialStrings(DialSettings.DEFAULT);
    private static final BridgeCommands COMMANDS = new BridgeCommands(DIAL_STRINGS);

    private static final ObjectNode PLAIN = Json.mapper().createObjectNode();
    private static final ObjectNode PLAIN_ENDPOINT = PLAIN.deepCopy()
            .put("Invite-Format", "username")
            .put("To-User", "alice")
            .put("To-IP", "192.0.2.1");

    @Provide
    Arbitrary<Hostile.Endpoint> requests() {
        return Hostile.request();
    }

    @Provide
    Arbitrary<Hostile.Endpoint> endpoints() {
        return Hostile.endpoint();
    }

    @Provide
    Arbitrary<String> texts() {
        return Hostile.text();
    }

    @Property(tries = 10_000)
    void theChannelAndTheLegHaveTheirOwnVariables(
            @ForAll("requests") Hostile.Endpoint request, @ForAll("endpoints") Hostile.Endpoint endpoint) {
        BridgeCommand command = command(request.json(), List.of(endpoint.json()));

        if (command.refused() == null) {
            List<SwitchReader.ReadLeg> legs = READER.legs(bridge(command));
            assertThat(legs).hasSize(1);
            List<Hostile.Wanted> wanted = new ArrayList<>(request.wanted());
            wanted.add(new Hostile.Wanted("local_var_clobber", "true"));
            Reading.assertReads(legs.get(0).shared(), wanted);
            Reading.assertReads(legs.get(0).own(), endpoint.wanted());
            assertSets(command, request, "Custom-Channel-Vars", "ecallmgr_");
            assertSets(command, request, "Custom-Application-Vars", "cav_");
            assertApplicationsAreTame(command);
        }
    }

    @Property(tries = 10_000)
    void whatEndpointsShareAddsNothing(
            @ForAll("requests") Hostile.Endpoint request,
            @ForAll("endpoints") Hostile.Endpoint first,
            @ForAll("endpoints") Hostile.Endpoint second,
            @ForAll("endpoints") Hostile.Endpoint shared,
            @ForAll boolean together) {
        ObjectNode json = request.json().deepCopy();
        json.put("Dial-Endpoint-Method", together ? "simultaneous" : "single");
        List<ObjectNode> endpoints = List.of(
                with(first.json(), shared.json()),
                with(second.json(), shared.json()),
                with(first.json(), shared.json()));
        List<ObjectNode> dialable =
                endpoints.stream().filter(DIAL_STRINGS::isDialable).toList();

        BridgeCommand command = command(json, endpoints);

        if (command.refused() == null) {
            List<SwitchReader.ReadLeg> legs = READER.legs(bridge(command));
            assertThat(legs).hasSameSizeAs(dialable);
            List<Hostile.Wanted> wanted = Stream.of(request, first, second, shared)
                    .flatMap(part -> part.wanted().stream())
                    .toList();
            for (int i = 0; i < legs.size(); i++) {
                String address = DialAddress.of(dialable.get(i), PHONE, DialSettings.DEFAULT);
                assertThat(legs.get(i).endpoint()).isEqualTo(address);
                legs.get(i).own().forEach(variable -> assertWanted(variable, wanted));
                legs.get(i).shared().stream()
                        .filter(variable -> !variable.name().equals("local_var_clobber"))
                        .forEach(variable -> assertWanted(variable, wanted));
            }
        }
    }

    @Property(tries = 10_000)
    void anAssertedIdentityIsOneIdentity(
            @ForAll("texts") String name, @ForAll("texts") String number, @ForAll("texts") String realm) {
        ObjectNode request = PLAIN.deepCopy();
        request.put("Asserted-Identity-Name", name)
                .put("Asserted-Identity-Number", number)
                .put("Asserted-Identity-Realm", realm);

        SwitchReader.ReadLeg leg =
                READER.legs(bridge(command(request, List.of(PLAIN_ENDPOINT)))).get(0);

        if (!number.isEmpty() && !realm.isEmpty()) {
            assertThat(leg.value("sip_h_P-Asserted-Identity"))
                    .matches("(?s)(\"[^\"\\\\]*\" )?<sip:[^<>@\"?; ]*@[^<>@\"?; ]*>");
        } else {
            assertThat(leg.value("sip_h_P-Asserted-Identity")).isNull();
        }
        assertThat(leg.endpoint()).isEqualTo("sofia/sipinterface_1/alice@192.0.2.1");
    }

    @Property(tries = 10_000)
    void preparedActionsStayInTheirBlock(
            @ForAll("texts") String actions, @ForAll("endpoints") Hostile.Endpoint endpoint) {
        ObjectNode json = endpoint.json().deepCopy();
        json.withObject("/Custom-Channel-Vars").put("Channel-Actions", "execute_on_answer_1=set a=b!" + actions);
        Optional<Leg> leg = DIAL_STRINGS.leg(json, PHONE, LegOptions.PLAIN);

        leg.ifPresent(written -> {
            List<SwitchReader.ReadLeg> legs = READER.legs(written.channel() + "," + written.channel());
            assertThat(legs).hasSize(2);
            legs.forEach(read -> {
                assertThat(read.endpoint()).isEqualTo(DialAddress.of(json, PHONE, DialSettings.DEFAULT));
                assertThat(read.value("execute_on_answer_1")).startsWith("set a=b");
                // The others are read as ever, whatever the actions add.
                endpoint.wanted().stream()
                        .filter(want -> want.name().equals("ecallmgr_Username"))
                        .forEach(want -> assertThat(read.value(want.name())).isEqualTo(want.value()));
            });
        });
    }

    private static BridgeCommand command(ObjectNode request, List<ObjectNode> endpoints) {
        ObjectNode json = request.deepCopy();
        ArrayNode list = json.putArray("Endpoints");
        List<BridgeLeg> legs = new ArrayList<>();
        for (ObjectNode endpoint : endpoints) {
            if (DIAL_STRINGS.isDialable(endpoint)) {
                legs.add(new BridgeLeg(list.size(), null, PHONE, LegOptions.PLAIN));
            }
            list.add(endpoint);
        }
        return COMMANDS.command(json, new BridgePlan(legs, Cases.separator(json), Optional.empty(), Set.of()));
    }

    private static ObjectNode with(ObjectNode endpoint, ObjectNode shared) {
        ObjectNode json = shared.deepCopy();
        endpoint.properties().forEach(member -> {
            if (member.getKey().startsWith("Custom-")
                    && member.getValue() instanceof ObjectNode own
                    && json.get(member.getKey()) instanceof ObjectNode theirs) {
                theirs.setAll(own);
            } else {
                json.set(member.getKey(), member.getValue());
            }
        });
        return json;
    }

    private static String bridge(BridgeCommand command) {
        return command.applications().stream()
                .filter(application -> application.startsWith("bridge "))
                .findFirst()
                .orElseThrow()
                .substring("bridge ".length());
    }

    private static void assertWanted(SwitchReader.Variable variable, List<Hostile.Wanted> wanted) {
        assertThat(wanted)
                .anyMatch(want -> want.name().equals(variable.name())
                        && (Reading.isFrom(variable.value(), want.value(), false)
                                || Reading.isFrom(variable.value(), want.value(), true)));
    }

    private static void assertSets(BridgeCommand command, Hostile.Endpoint request, String container, String prefix) {
        List<Hostile.Wanted> wanted = new ArrayList<>();
        JsonNode vars = request.json().path(container);
        vars.properties().forEach(member -> {
            if (member.getKey().matches("[A-Za-z0-9_.-]+")) {
                wanted.add(new Hostile.Wanted(prefix + member.getKey(), Members.render(member.getValue())));
            }
        });
        String argument = multiset(command, prefix);
        Reading.assertReads(argument == null ? List.of() : READER.multiset(argument), wanted);
    }

    private static @Nullable String multiset(BridgeCommand command, String prefix) {
        return command.applications().stream()
                .filter(application -> application.matches("(?s)kz_multiset (\\^\\^.)?" + prefix + ".*"))
                .findFirst()
                .map(application -> application.substring("kz_multiset ".length()))
                .orElse(null);
    }

    private static void assertApplicationsAreTame(BridgeCommand command) {
        List<String> all = new ArrayList<>(command.before());
        all.addAll(command.applications());
        assertThat(all)
                .allSatisfy(application -> assertThat(application)
                        .doesNotContainPattern("\\p{Cc}")
                        .doesNotContain("${x}", "${system", "${caller_id_name}"));
    }
}
