package io.bridgewarden.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BridgeCommandsTest {
    private static final BridgeCommands COMMANDS = new BridgeCommands(new DialStrings(DialSettings.DEFAULT));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"A":"1","B":"2"}         | kz_multiset ^^~ecallmgr_A=1~ecallmgr_B=2
            {"A":"1"}                 | kz_multiset ecallmgr_A=1
            {"A":"1 evil=2"}          | kz_multiset ^^~ecallmgr_A=1 evil=2
            {"A":"1~evil=2","B":"2"}  | kz_multiset ^^!ecallmgr_A=1~evil=2!ecallmgr_B=2
            {"A":"it's","B":"2"}      | kz_multiset ^^~ecallmgr_A=it's~ecallmgr_B=2
            {"A":"it's","B":"o'k"}    | kz_multiset ^^~ecallmgr_A=it\\'s~ecallmgr_B=o\\'k
            {"A":"${x}","B":"\\n2"}   | kz_multiset ^^~ecallmgr_A={x}~ecallmgr_B=2
            {"Caller-ID-Name":"A, B"} | kz_multiset ^^~effective_caller_id_name=A B
            {"Export-Variables":["a","b"]} | kz_multiset export_vars=a,b
            """)
    void variablesOfTheCallersChannelCannotAddOthers(String vars, String application) {
        ObjectNode request = request(1);
        request.set("Custom-Channel-Vars", object(vars));

        assertThat(command(request).applications()).contains(application);
    }

    @Test
    void anotherSeparatorCanBeConfigured() {
        BridgeCommands commands = new BridgeCommands(
                new DialStrings(DialSettings.builder().multivarSeparator(";").build()));
        ObjectNode request = request(1);
        request.set("Custom-Application-Vars", object("{\"a\":\"1\",\"b\":\"2\"}"));

        assertThat(commands.command(request, plan(1)).applications()).contains("kz_multiset ^^;cav_a=1;cav_b=2");
    }

    @Test
    void addressesMarksConfirmationAndPrivacyStayOnTheLegs() {
        ObjectNode shared = object("""
                {"Endpoint-Options":{"Span":"3"},"Confirm-Key":"1","Privacy-Hide-Number":true,"Presence-ID":"p",
                 "Custom-Channel-Vars":{"Is-Failover":true,"Confirm-Key":"2","Privacy-Hide-Name":true,"Owner-ID":"u"}}""");
        ObjectNode request = request(2);
        request.get("Endpoints").forEach(endpoint -> ((ObjectNode) endpoint).setAll(shared));

        BridgeCommand command = command(request);

        assertThat(command.channelVariables())
                .isEqualTo("{presence_id='p',ecallmgr_Owner-ID='u',local_var_clobber='true'}");
        assertThat(command.legs())
                .extracting(Leg::channel)
                .allSatisfy(leg -> assertThat(leg)
                        .contains(
                                "ecallmgr_Is-Failover='true'",
                                "group_confirm_key='1'",
                                "group_confirm_key='2'",
                                "sip_h_Privacy=id")
                        .doesNotContain("presence_id", "Owner-ID"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Privacy-Hide-Number\":true}",
                "{\"privacy_mode\":\"full\"}",
                "{\"privacy\":{\"hide_name\":true}}",
                "{\"Custom-Channel-Vars\":{\"Privacy-Hide-Name\":true}}"
            })
    void whatAllEndpointsHideIsHiddenOnEachLeg(String members) {
        ObjectNode request = request(2);
        request.get("Endpoints").forEach(endpoint -> ((ObjectNode) endpoint).setAll(object(members)));

        assertThat(command(request).legs())
                .extracting(Leg::channel)
                .allSatisfy(leg -> assertThat(leg).contains("sip_h_Privacy=id"));
    }

    @Test
    void aFieldIsSharedOnlyIfAllHaveItEqual() {
        ObjectNode request = request(3);
        ObjectNode last = (ObjectNode) request.get("Endpoints").get(2);
        request.get("Endpoints")
                .forEach(endpoint -> ((ObjectNode) endpoint)
                        .put("Presence-ID", "p")
                        .put("Alert-Info", "a")
                        .put("Timeout", 20)
                        .putObject("Custom-SIP-Headers")
                        .put("X-A", "1")
                        .put("X-B", "2"));
        last.put("Presence-ID", "q").put("Timeout", "20").remove("Alert-Info");
        ((ObjectNode) last.get("Custom-SIP-Headers")).put("X-B", "3");

        BridgeCommand command = command(request);

        assertThat(command.channelVariables()).isEqualTo("{sip_h_X-A='1',local_var_clobber='true'}");
        assertThat(command.legs().get(2).channel())
                .contains("presence_id='q'", "call_timeout=20", "sip_h_X-B='3'")
                .doesNotContain("alert_info", "X-A");
    }

    @Test
    void theRequestIsLeftAsItWas() {
        ObjectNode request = request(2);
        request.get("Endpoints")
                .forEach(endpoint -> ((ObjectNode) endpoint)
                        .put("Bypass-Media", true)
                        .put("Force-Fax", "self")
                        .putObject("Custom-Channel-Vars")
                        .put("A", "1"));
        request.putObject("Custom-Channel-Vars").put("B", "2");
        ObjectNode before = request.deepCopy();

        command(request);

        assertThat(request).isEqualTo(before);
    }

    @Test
    void bypassMediaStaysOnTheEndpointsThatTheRulesName() {
        ObjectNode request = request(2);
        request.get("Endpoints").forEach(endpoint -> ((ObjectNode) endpoint).put("Bypass-Media", true));
        BridgePlan plan = new BridgePlan(plan(2).legs(), "|", Optional.of(false), Set.of(1));

        BridgeCommand command = COMMANDS.command(request, plan);

        assertThat(command.applications()).contains("set bypass_media=false");
        assertThat(command.channelVariables()).doesNotContain("bypass_media");
        assertThat(command.legs().get(0).channel()).doesNotContain("bypass_media");
        assertThat(command.legs().get(1).channel()).contains("bypass_media_after_bridge='true'");
    }

    @Test
    void preparedActionsOfTheChannelKeepTheirSeparator() {
        ObjectNode request = request(1);
        request.putObject("Custom-Channel-Vars")
                .put("Channel-Actions", "a_1=set x=y!a_2=park")
                .put("B", "c!d");

        assertThat(command(request).channelVariables())
                .isEqualTo("{^^!ecallmgr_B='c!d'!a_1=set x=y!a_2=park!local_var_clobber='true'}");
    }

    @Test
    void anIdentityCannotEndEarly() {
        ObjectNode request = request(1)
                .put("Asserted-Identity-Name", "A\" <sip:evil@h>, \"B")
                .put("Asserted-Identity-Number", "+1202>;x@evil")
                .put("Asserted-Identity-Realm", "acme.example");

        BridgeCommand command = command(request);

        assertThat(command.channelVariables())
                .contains("sip_h_P-Asserted-Identity='\"A <sip:evil@h>, B\" <sip:+1202xevil@acme.example>'");
        assertThat(command.warnings())
                .extracting(DialWarning::pointer)
                .containsExactly("/Asserted-Identity-Number", "/Asserted-Identity-Name");
    }

    @Test
    void moreLegsThanTheSwitchTellsApartAreReported() {
        assertThat(command(request(128)).warnings()).isEmpty();
        assertThat(command(request(129)).warnings())
                .extracting(DialWarning::code)
                .containsExactly("too-many-legs");
    }

    @Test
    void aPlanWithALegThatCannotBeDialledIsAMistake() {
        ObjectNode request = request(1);
        ((ObjectNode) request.get("Endpoints").get(0)).put("To-IP", "a,b");

        assertThatThrownBy(() -> command(request))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("endpoint 0 of the plan cannot be dialled");
    }

    private static BridgeCommand command(ObjectNode request) {
        return COMMANDS.command(request, plan(request.get("Endpoints").size(), Cases.separator(request)));
    }

    private static BridgePlan plan(int legs) {
        return plan(legs, "|");
    }

    private static BridgePlan plan(int legs, String separator) {
        List<BridgeLeg> all = IntStream.range(0, legs)
                .mapToObj(i -> new BridgeLeg(i, null, null, LegOptions.PLAIN))
                .toList();
        return new BridgePlan(all, separator, Optional.empty(), Set.of());
    }

    private static ObjectNode request(int endpoints) {
        ObjectNode request = Json.mapper().createObjectNode();
        for (int i = 0; i < endpoints; i++) {
            request.withArray("Endpoints")
                    .addObject()
                    .put("Invite-Format", "username")
                    .put("To-User", "u" + i)
                    .put("To-IP", "192.0.2.1");
        }
        return request;
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) Json.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
