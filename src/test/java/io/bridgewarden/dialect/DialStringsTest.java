package io.bridgewarden.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialStringsTest {
    private static final DialStrings DIAL_STRINGS = new DialStrings(DialSettings.DEFAULT);
    private static final DialContact PHONE = new DialContact("sip:line7@203.0.113.9:5060", false);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a!b            | [^^~presence_id='a!b']
            a!b~c          | [^^;presence_id='a!b~c']
            a,b            | [^^!presence_id='a,b']
            it's           | [^^!presence_id='it\\'s']
            a[1]b          | [^^!presence_id='a[1]b']
            a[1],b         | [^^!presence_id='a1,b']
            a]b            | [^^!presence_id='ab']
            {x}            | [^^!presence_id='{x}']
            cost$5         | [^^!presence_id='cost$5']
            cost$$5        | [^^!presence_id='cost$5']
            ${x}           | [^^!presence_id='{x}']
            $${x}          | [^^!presence_id='{x}']
            a:_:b          | [^^!presence_id='a:_b']
            a:'_':b        | [^^!presence_id='a:\\'_\\'b']
            c:\\d          | [^^!presence_id='c:\\d']
            c:\\new        | [^^!presence_id='c:new']
            a\\\\b         | [^^!presence_id='a\\b']
            end\\          | [^^!presence_id='end']
            "q" <w> x=y    | [^^!presence_id='"q" <w> x=y']
            Zürich 日本     | [^^!presence_id='Zürich 日本']
            """)
    void aValueIsWrittenSoThatItStaysOne(String value, String block) {
        Leg leg = leg(fixed().put("Presence-ID", value));

        assertThat(leg.channel()).isEqualTo(block + "sofia/sipinterface_1/kazoo@192.0.2.1");
    }

    @Test
    void lineBreaksAndOtherControlCharactersAreLeftOut() {
        Leg leg = leg(fixed().put("Presence-ID", "a\r\nX-Evil: 1\u0000\u0085\u2028\ud800b"));

        assertThat(leg.channel()).startsWith("[^^!presence_id='aX-Evil: 1b']");
        assertThat(leg.warnings())
                .containsExactly(new DialWarning(
                        "/Presence-ID", "altered-value", "characters that the switch would act on are left out"));
    }

    @Test
    void whatTheSwitchReadsUnchangedIsNotWarnedOf() {
        assertThat(leg(fixed().put("Presence-ID", "it's a!b,c|d = {x} 50%")).warnings())
                .isEmpty();
    }

    @Test
    void whenEverySeparatorIsTakenTheUsualOneIsLeftOutOfValues() {
        Leg leg = leg(fixed().put("Presence-ID", "!" + Hostile.ALL_SEPARATORS).put("Alert-Info", "a!b"));

        assertThat(leg.channel()).startsWith("[^^!presence_id='" + Hostile.ALL_SEPARATORS + "'!alert_info='ab']");
        assertThat(leg.warnings()).extracting(DialWarning::pointer).containsExactly("/Presence-ID", "/Alert-Info");
    }

    @Test
    void besidePreparedActionsOtherValuesEscapeTheSeparator() {
        ObjectNode endpoint = fixed().put("Presence-ID", "a!b");
        endpoint.putObject("Custom-Channel-Vars").put("Channel-Actions", "execute_on_answer_1=set a='b c'!x=y|z]");

        assertThat(leg(endpoint).channel())
                .startsWith("[^^!presence_id='a\\!b'!execute_on_answer_1=set a='b c'!x=y\\|z]sofia/");
    }

    @Test
    void aNameThatIsNoTokenLosesItsVariable() {
        ObjectNode endpoint = fixed();
        endpoint.putObject("Custom-Channel-Vars").put("a]b", "1").put("", "2").put("ok", "3");
        endpoint.putObject("Custom-Application-Vars").put("x=y", "1").put("a/b~c", "2");
        endpoint.putObject("Custom-SIP-Headers")
                .put("X A", "1")
                .put("X-A\r\nX-B", "2")
                .put("é", "3");

        Leg leg = leg(endpoint);

        assertThat(leg.channel()).startsWith("[^^!ecallmgr_ok='3']sofia/");
        assertThat(leg.warnings()).extracting(DialWarning::code).containsOnly("unsafe-name");
        assertThat(leg.warnings())
                .extracting(DialWarning::pointer)
                .containsExactlyInAnyOrder(
                        "/Custom-Channel-Vars/a]b",
                        "/Custom-Channel-Vars/",
                        "/Custom-Application-Vars/x=y",
                        "/Custom-Application-Vars/a~1b~0c",
                        "/Custom-SIP-Headers/X A",
                        "/Custom-SIP-Headers/X-A\r\nX-B",
                        "/Custom-SIP-Headers/é");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"Timeout":"soon"}                                | /Timeout                            | not a number
            {"Timeout":[30]}                                  | /Timeout                            | not a number
            {"Timeout":"1e999999999"}                         | /Timeout                            | not a number
            {"Codecs":"OPUS"}                                 | /Codecs                             | not a list
            {"SIP-Invite-Parameters":"a=b"}                   | /SIP-Invite-Parameters              | not a list
            {"Participant-Flags":{"a":1}}                     | /Participant-Flags                  | not a list
            {"Export-Variables":"a"}                          | /Export-Variables                   | not a list
            {"Custom-SIP-Headers":{"Diversions":"<sip:a@b>"}} | /Custom-SIP-Headers/Diversions      | not a list
            {"Custom-Channel-Vars":["x"]}                     | /Custom-Channel-Vars                | not an object
            {"Custom-Channel-Vars":{"Channel-Actions":{}}}    | /Custom-Channel-Vars/Channel-Actions | not text
            """)
    void aMemberOfTheWrongKindIsIgnoredAndReported(String members, String pointer, String why) {
        Leg leg = leg(fixed().setAll(object(members)));

        assertThat(leg.channel()).isEqualTo("sofia/sipinterface_1/kazoo@192.0.2.1");
        assertThat(leg.warnings()).containsExactly(new DialWarning(pointer, "ignored-member", why));
    }

    @Test
    void callCommandsAreReportedAsNotTranslated() {
        Leg leg = leg(fixed().setAll(object("{\"Endpoint-Actions\":{\"Execute-On-Answer\":{\"a\":{}}}}")));

        assertThat(leg.warnings()).extracting(DialWarning::code).containsExactly("unsupported-member");
    }

    @ParameterizedTest
    @CsvSource({"0.4,''", "29.5,30", "'\"29.5\"',30", "-5,''", "'\"\"',''"})
    void timeoutsAreRoundedAndCountAboveZero(String timeout, String seconds) {
        String block = seconds.isEmpty() ? "" : "[^^!call_timeout=%s!originate_timeout=%s]".formatted(seconds, seconds);

        assertThat(leg(fixed().setAll(object("{\"Timeout\":" + timeout + "}"))).channel())
                .isEqualTo(block + "sofia/sipinterface_1/kazoo@192.0.2.1");
    }

    @Test
    void moreVariablesThanTheSwitchTakesAreReported() {
        ObjectNode endpoint = fixed();
        ObjectNode vars = endpoint.putObject("Custom-Application-Vars");
        for (int i = 0; i < 1030; i++) {
            vars.put("v" + i, "x");
        }

        Leg leg = leg(endpoint);

        assertThat(new SwitchReader(Map.of(), false).legs(leg.channel()).get(0).own())
                .hasSize(1024);
        assertThat(leg.warnings()).hasSize(6).extracting(DialWarning::code).containsOnly("too-many-variables");
    }

    @Test
    void preparedActionsCountAmongTheVariables() {
        ObjectNode endpoint = fixed().put("Presence-ID", "p");
        endpoint.putObject("Custom-Channel-Vars").put("Channel-Actions", "a=b" + "!a=b".repeat(1023));

        assertThat(leg(endpoint).warnings())
                .extracting(DialWarning::pointer)
                .containsExactly("/Custom-Channel-Vars/Channel-Actions");
        endpoint.withObject("/Custom-Channel-Vars").put("Channel-Actions", "a=b" + "!a=b".repeat(1022));
        assertThat(leg(endpoint).warnings()).isEmpty();
    }

    @Test
    void participantFlagsBringTheirOwnSeparator() {
        assertThat(leg(fixed().setAll(object("{\"Participant-Flags\":[\"is_moderator\",\"mute\"]}")))
                        .channel())
                .startsWith("[^^~conference_member_flags='^^!moderator!mute']sofia/");
    }

    @Test
    void aNumberIsHiddenByItsOwnFlagInTheChannelVariables() {
        assertThat(leg(fixed().setAll(object("{\"Custom-Channel-Vars\":{\"Caller-Privacy-Hide-Number\":\"number\"}}")))
                        .channel())
                .startsWith("[^^!ecallmgr_Caller-Privacy-Hide-Number='number'!sip_h_Privacy=id]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"privacy_mode":"full"}                                                 | true
            {"privacy_mode":"hide_name"}                                            | true
            {"privacy_mode":"none"}                                                 | false
            {"privacy":{"hide_number":true}}                                        | true
            {"caller_id_options":{"outbound_privacy":"number"}}                     | true
            {"caller_id_options":{"outbound_privacy":"none"},"privacy_mode":"full"} | false
            {"Privacy-Hide-Name":false,"privacy_mode":"name"}                       | false
            {"Privacy-Hide-Name":null,"privacy_mode":"name"}                        | true
            """)
    void theFirstPrivacySettingPresentDecides(String members, boolean hidden) {
        assertThat(leg(fixed().setAll(object(members))).channel().contains("sip_h_Privacy=id"))
                .isEqualTo(hidden);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"To-User\":\"a,b\"}",
                "{\"To-User\":\"a|b\"}",
                "{\"To-User\":\"a b\"}",
                "{\"To-User\":\"a\\u00a0b\"}",
                "{\"To-User\":\"a\\tb\"}",
                "{\"To-User\":\"a]b\"}",
                "{\"To-User\":\"a[1]b\"}",
                "{\"To-User\":\"a<b\"}",
                "{\"To-User\":\"${x}\"}",
                "{\"To-User\":\"a$$b\"}",
                "{\"To-User\":\"o'neil\"}",
                "{\"To-User\":\"a\\\"b\"}",
                "{\"To-User\":\"a\\\\b\"}",
                "{\"To-User\":\"a:_:b\"}",
                "{\"To-User\":\"a\\ud800\"}",
                "{\"To-User\":\"a@evil.example\"}",
                "{\"To-User\":\"a?X-Evil=1\"}",
                "{\"To-User\":\"a;fs_path=sip:evil.example\"}",
                "{\"To-User\":\"loopback/900\"}",
                "{\"To-User\":\"sofia/gateway/carrier/900\"}",
                "{\"To-User\":[\"a\"]}",
                "{\"To-IP\":\"192.0.2.1,192.0.2.2\"}",
                "{\"To-IP\":\"192.0.2.1?X-Evil=1\"}",
                "{\"To-IP\":\"a@192.0.2.1@evil.example\"}",
                "{\"Proxy-IP\":\"192.0.2.1,x\"}",
                "{\"SIP-Transport\":\"tcp,x\"}",
                "{\"SIP-Interface\":\"wan]x\"}",
                "{\"Invite-Format\":\"loopback\"}",
                "{\"Invite-Format\":\"loopback\",\"Route\":\"900/other\"}",
                "{\"Invite-Format\":\"loopback\",\"Route\":\"900,901\"}",
                "{\"Invite-Format\":\"route\"}",
                "{\"Invite-Format\":\"route\",\"Route\":\"sip:\"}",
                "{\"Invite-Format\":\"route\",\"Route\":\"sip:900@carrier.example?X-Evil=1\"}",
                "{\"Invite-Format\":\"route\",\"Route\":\"sip:900@a@carrier.example\"}",
                "{\"Endpoint-Type\":\"freetdm\"}",
                "{\"Endpoint-Type\":\"freetdm\",\"To-DID\":\"1\",\"Endpoint-Options\":{\"Span\":\"1/a/900\"}}",
                "{\"Endpoint-Type\":\"skype\",\"Invite-Format\":\"username\"}",
                "{\"Endpoint-Type\":\"skype\",\"To-User\":\"a\",\"Endpoint-Options\":{\"Skype-Interface\":\"a/b\"}}"
            })
    void anAddressThatWouldAddSomethingIsNotDialled(String members) {
        ObjectNode endpoint = object(members);

        assertThat(DIAL_STRINGS.isDialable(endpoint)).isFalse();
        assertThat(DIAL_STRINGS.leg(endpoint, PHONE, LegOptions.PLAIN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"To-IP":"[2001:db8::1]:5060"}                             | sofia/sipinterface_1/kazoo@[2001:db8::1]:5060
            {"Invite-Format":"contact","To-IP":"a@192.0.2.1;x=sip:y"}  | sofia/sipinterface_1/a@192.0.2.1;x=sip:y
            {"Invite-Format":"contact","To-IP":"A sip:a@192.0.2.1"}    | sofia/sipinterface_1/a@192.0.2.1
            {"To-IP":"192.0.2.1","To-DID":"100#*"}                     | sofia/sipinterface_1/100#*@192.0.2.1
            {"Invite-Format":"contact","To-IP":"sofia/gateway/gw/1@x"} | sofia/gateway/gw/1@x
            {"Invite-Format":"route","Route":"sofia/gateway/gw/100"}   | sofia/gateway/gw/100
            {"Invite-Format":"contact","To-IP":"sips:a@192.0.2.1"}     | sofia/sipinterface_1/a@192.0.2.1;transport=tls
            {"Invite-Format":"contact","To-IP":"sips:a@h","SIP-Transport":"tcp"} | sofia/sipinterface_1/a@h;transport=tcp
            {"Invite-Format":"contact","To-IP":"sips:a@h;transport=tcp"} | sofia/sipinterface_1/a@h;transport=tcp
            {"To-IP":"192.0.2.1","Proxy-IP":"sip:[2001:db8::5]"}       | sofia/sipinterface_1/kazoo@192.0.2.1;fs_path=sip:[2001:db8::5]
            {"Invite-Format":"strip_plus","To-IP":"192.0.2.1","To-User":"a"} | sofia/sipinterface_1/a@192.0.2.1
            """)
    void anAddressIsWrittenAsGiven(String endpoint, String address) {
        assertThat(leg(object(endpoint)).channel().replaceFirst("^\\[[^]]*]", ""))
                .isEqualTo(address);
    }

    @Test
    void quotedParametersOfAContactKeepTheirQuotesWhenTheTransportChanges() {
        DialContact contact = new DialContact("sip:a@10.0.0.9;received='sip:203.0.113.9:1024;transport=tcp';ob", false);
        ObjectNode endpoint = object("{\"To-User\":\"a\",\"SIP-Transport\":\"tls\"}");

        assertThat(DIAL_STRINGS.leg(endpoint, contact, LegOptions.PLAIN))
                .map(Leg::channel)
                .hasValue("[^^!ecallmgr_Username='a']sofia/sipinterface_1/"
                        + "a@10.0.0.9;received='sip:203.0.113.9:1024;transport=tls';ob");
    }

    @Test
    void aRegistrationSaysNothingOfEndpointsThatAreNotLookedUp() {
        DialContact webrtc = new DialContact("sip:a@203.0.113.9", true);

        assertThat(DIAL_STRINGS.leg(fixed(), webrtc, LegOptions.PLAIN))
                .map(Leg::channel)
                .hasValue("sofia/sipinterface_1/kazoo@192.0.2.1");
    }

    @Test
    void withoutAContactAnEndpointThatIsLookedUpHasNoLeg() {
        ObjectNode endpoint = object("{\"Invite-Format\":\"username\",\"To-User\":\"alice\"}");

        assertThat(DIAL_STRINGS.isDialable(endpoint)).isTrue();
        assertThat(DIAL_STRINGS.leg(endpoint, null, LegOptions.PLAIN)).isEmpty();
    }

    @Test
    void theBusyAnswerAndBypassMediaFollowTheRules() {
        ObjectNode endpoint = fixed().put("Bypass-Media", true);
        endpoint.putObject("Custom-SIP-Headers")
                .put("X-KAZOO-Respond-With", "600")
                .put("X-A", "1");

        assertThat(DIAL_STRINGS.leg(endpoint, null, new LegOptions(true, false)))
                .map(Leg::channel)
                .hasValue("[^^!sip_h_X-A='1'!sip_h_X-KAZOO-Respond-With='486 User Busy']"
                        + "sofia/sipinterface_1/kazoo@192.0.2.1");
        assertThat(DIAL_STRINGS.leg(endpoint, null, LegOptions.PLAIN))
                .map(Leg::channel)
                .hasValue("[^^!bypass_media_after_bridge='true'!sip_h_X-A='1'!sip_h_X-KAZOO-Respond-With='600']"
                        + "sofia/sipinterface_1/kazoo@192.0.2.1");
    }

    @Test
    void macrosOfTheConfigurationAreTheOnlyExpressions() {
        DialStrings dialStrings = new DialStrings(DialSettings.builder()
                .expandableMacros(Map.of("{site}", "${site_name}"))
                .build());
        ObjectNode endpoint = fixed();
        endpoint.putObject("Custom-SIP-Headers").put("X-A", "{site}").put("X-B", "${site_name}");

        assertThat(dialStrings.leg(endpoint, null, LegOptions.PLAIN))
                .map(Leg::channel)
                .hasValue("[^^!sip_h_X-B='{site_name}'!sip_h_X-A='${site_name}']sofia/sipinterface_1/kazoo@192.0.2.1");
    }

    private static Leg leg(JsonNode endpoint) {
        return DIAL_STRINGS.leg((ObjectNode) endpoint, null, LegOptions.PLAIN).orElseThrow();
    }

    private static ObjectNode fixed() {
        return Json.mapper().createObjectNode().put("To-IP", "192.0.2.1");
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) Json.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
