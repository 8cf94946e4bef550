package io.bridgewarden.decisions.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Decisions;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectDecisionsTest {
    private static final Decisions DECISIONS = DecisionsFixture.shipped();

    private static ObjectNode request(String destination, String realm) {
        ObjectNode request = Json.mapper().createObjectNode().put("switch_url", "sip:mod_sofia@192.0.2.1:11000");
        request.putObject("channel").put("destination", destination).put("realm", realm);
        return request;
    }

    private static JsonNode result(ObjectNode request) {
        return DecisionsFixture.result(DECISIONS, "redirect", request, Options.PLAIN);
    }

    @Test
    void aChannelWithoutRealmIsRefusedWhereTheProxyNeedsIt() {
        ObjectNode request = request("2001", null);

        assertThatThrownBy(() -> result(request)).rootCause().isInstanceOfSatisfying(ProblemException.class, it -> {
            assertThat(it.problem().status()).isEqualTo(422);
            assertThat(it.problem().errors().get(0).pointer()).isEqualTo("#/channel/realm");
        });
    }

    @Test
    void aChannelWithoutRealmIsSentStraightToTheServer() {
        ObjectNode request = request("2001", null);
        request.putObject("config").put("redirect_via_proxy", false);

        assertThat(result(request).path("contact").asText()).isEqualTo("sip:2001@192.0.2.1:11000");
    }

    @Test
    void onlyTheFirstNameOfTheSwitchIsReplaced() {
        ObjectNode request = request("mod_sofia", "acme.example");
        request.put("switch_url", "sip:mod_sofia@mod_sofia.example");
        request.putObject("config").put("redirect_via_proxy", false);

        assertThat(result(request).path("contact").asText()).isEqualTo("sip:mod_sofia@mod_sofia.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2001@evil.example",
                "2001,sip:1@evil.example",
                "20 01",
                "<2001>",
                "2001\r\nX: 1",
                "${uuid}",
                "2001|3"
            })
    void aDestinationThatWouldLeadElsewhereIsRefused(String destination) {
        assertThatThrownBy(() -> result(request(destination, "acme.example")))
                .rootCause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        it -> assertThat(it.problem().errors().get(0).pointer()).isEqualTo("#/channel/destination"));
    }

    @Test
    void aSpellingThatIsNeitherTrueNorFalseIsNotAnsweredAndToldOf() {
        ObjectNode request = request("2001", "acme.example");
        ((ObjectNode) request.get("channel")).put("answered", "yes");

        JsonNode result = result(request);

        assertThat(result.path("method").asText()).isEqualTo("redirect");
        assertThat(result.at("/warnings/0/pointer").asText()).isEqualTo("#/channel/answered");
    }
}
