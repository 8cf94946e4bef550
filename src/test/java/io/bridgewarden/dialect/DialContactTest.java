package io.bridgewarden.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.facts.Aor;
import io.bridgewarden.facts.Registration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialContactTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            <sip:alice@203.0.113.9:5060>                            , sip:alice@203.0.113.9:5060
            sip:alice@203.0.113.9;transport=tcp                     , sip:alice@203.0.113.9;transport=tcp
            SIP:alice@203.0.113.9                                   , sip:alice@203.0.113.9
            <sip:alice@[2001:db8::9]:5060>                          , sip:alice@[2001:db8::9]:5060
            <sip:203.0.113.9>                                       , sip:203.0.113.9
            "A. Lice" <sip:alice@phone.example>;expires=60          , sip:alice@phone.example;expires=60
            Alice <sips:alice@phone.example>                        , sips:alice@phone.example
            "a <b> \\" c" <sip:alice@phone.example>                 , sip:alice@phone.example
            """)
    void takesTheUriOutOfAContact(String contact, String uri) {
        assertThat(of(contact, null)).hasValue(new DialContact(uri, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice at home",
                "",
                "*",
                "tel:+12025550100",
                "sip:",
                "sip:alice@",
                "<sip:alice@203.0.113.9",
                "<sip:alice@203.0.113.9> <sip:bob@203.0.113.9>",
                "<sip:alice@203.0.113.9>, <sip:bob@203.0.113.9>",
                "sip:alice@203.0.113.9,sip:bob@203.0.113.9",
                "sip:alice@203.0.113.9:port",
                "sip:alice@203.0.113.9|bob",
                "sip:alice@203.0.113.9?X-Evil=1",
                "sip:alice@evil.example@203.0.113.9",
                "sip:a;fs_path=sip:evil.example@203.0.113.9",
                "sip:loopback/900@203.0.113.9",
                "sip:sofia/gateway/carrier/900@203.0.113.9",
                "sip:al'ice@203.0.113.9;x='",
                "sip:alice@203.0.113.9;x={y}",
                "sip:alice@203.0.113.9;x=a\\b",
                "sip:alice@[203.0.113.9]",
                "sip:alice@203.0.113.9;x=:_:",
                "sip:alice@203.0.113.9\r\nX-Evil: 1"
            })
    void aContactThatIsNotOneSafeAddressIsNone(String contact) {
        assertThat(of(contact, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sip:198.51.100.5:5060;lr,       sip:198.51.100.5:5060",
        "<sip:198.51.100.5:5060;lr>,     sip:198.51.100.5:5060;lr",
        "<sip:edge@198.51.100.5;lr>;x=1, sip:edge@198.51.100.5;lr"
    })
    void aProxyBecomesThePath(String path, String proxy) {
        assertThat(of("<sips:line7@203.0.113.9>", path))
                .hasValue(new DialContact("sips:Alice@Acme.Example;fs_path=" + proxy, false));
    }

    @Test
    void aPathThatCannotBeReadLeavesNoContact() {
        assertThat(of("<sip:alice@203.0.113.9>", "edge")).isEmpty();
        assertThat(of("<sip:alice@203.0.113.9>", "<sip:198.51.100.5;lr>, <sip:198.51.100.6;lr>"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"wss,true", "WS,true", "tls,false", "udp,false"})
    void webSocketMeansWebRtc(String protocol, boolean webrtc) {
        Registration registration = new Registration(
                new Aor("alice", "acme.example"),
                "acme.example",
                "<sip:alice@203.0.113.9>",
                Instant.EPOCH,
                60,
                null,
                protocol,
                null);

        assertThat(DialContact.of(registration)).map(DialContact::webrtc).hasValue(webrtc);
    }

    @Test
    void theContactsOwnTransportCountsToo() {
        assertThat(of("<sip:alice@x.invalid;Transport=WSS>", null))
                .map(DialContact::webrtc)
                .hasValue(true);
    }

    @Provide
    Arbitrary<Registration> hostileRegistrations() {
        Arbitrary<String> parts = Arbitraries.oneOf(
                Hostile.text(),
                Arbitraries.of("alice", "<sip:", "sip:", ">", "@203.0.113.9", ";transport=udp", "'", "loopback/"));
        Arbitrary<String> text = parts.list().ofMinSize(1).ofMaxSize(3).map(list -> String.join("", list));
        Arbitrary<String> contacts = Arbitraries.oneOf(
                text,
                text.map(part -> "<sip:alice@203.0.113.9;x=" + part + ">"),
                text.map(part -> "<sip:" + part + "@203.0.113.9>"),
                text.map(part -> "\"" + part + "\" <sip:alice@203.0.113.9>"));
        Arbitrary<String> names =
                Arbitraries.oneOf(text, Arbitraries.of("alice", "bob")).filter(name -> !name.isBlank());
        return Combinators.combine(
                        contacts,
                        names,
                        Arbitraries.oneOf(names, Arbitraries.just("Acme.Example")),
                        text.map(part -> "<sip:198.51.100.5;lr;x=" + part + ">").injectNull(0.5))
                .as((contact, user, realm, path) ->
                        new Registration(new Aor(user, realm), realm, contact, Instant.EPOCH, 60, path, "udp", null));
    }

    @Property(tries = 10_000)
    void aContactIsDialledAsOneLegOfItsKindOrNotAtAll(
            @ForAll("hostileRegistrations") Registration registration, @ForAll boolean byContact) {
        ObjectNode endpoint = Json.mapper().createObjectNode().put("Invite-Format", byContact ? "contact" : "username");
        endpoint.put("To-User", "alice");
        DialStrings dialStrings = new DialStrings(DialSettings.DEFAULT);

        DialContact.of(registration).ifPresent(contact -> {
            String channel = dialStrings
                    .leg(endpoint, contact, LegOptions.PLAIN)
                    .orElseThrow()
                    .channel();
            List<SwitchReader.ReadLeg> legs =
                    new SwitchReader(Map.of(), true).legs(channel + "," + channel + "|" + channel);
            assertThat(legs).hasSize(3).allSatisfy(leg -> {
                assertThat(leg.own()).containsExactly(new SwitchReader.Variable("ecallmgr_Username", "alice"));
                assertThat(leg.endpoint()).startsWith("sofia/sipinterface_1/").doesNotContain("?", " ");
                assertThat(leg.endpoint())
                        .isEqualTo(channel.substring(channel.indexOf(']') + 1).replace("'", ""));
            });
        });
    }

    private static Optional<DialContact> of(String contact, @Nullable String path) {
        return DialContact.of(new Registration(
                new Aor("Alice", "Acme.Example"), "Acme.Example", contact, Instant.EPOCH, 60, path, null, null));
    }
}
