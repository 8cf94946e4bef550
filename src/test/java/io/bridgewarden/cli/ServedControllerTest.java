package io.bridgewarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Schemas;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the controller of a node asks, over a socket. */
class ServedControllerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Running service;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() throws Exception {
        ServiceOptions options = new ServiceOptions();
        options.config = Files.writeString(folder.resolve("ecallmgr.json"), """
                { "default": {
                    "fs_nodes": [ "freeswitch@media1.example", { "freeswitch@media2.example": "hush-hush" } ],
                    "sofia_conf": true, "process_gateways": true,
                    "gateways": { "carrier": { "Password": "very-secret", "Variables": { "Gateway-Version": "2" } } } },
                  "freeswitch@media2.example": {
                    "fs_cmds": [ { "load": "mod_kazoo" } ], "fs_cmds_wait_ms": 9000, "fs_node_uptime_s": 1,
                    "publish_channel_state": false },
                  "ecallmgr@apps1.acme.example": { "fs_cmds_wait_ms": 1 } }
                """);
        service = Running.of(Service.open(options));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void readsTheCommandsOfASwitchFromItsOwnSectionAndTheirThresholdFromTheNodes() throws Exception {
        JsonNode result = ask("node", """
                { "node": "ecallmgr@apps1.acme.example", "now": "2026-01-15T10:00:00Z",
                  "switches": [
                    { "name": "freeswitch@media1.example", "connected_at": "2026-01-15T10:00:00Z", "uptime_s": 60 },
                    { "name": "freeswitch@media2.example", "connected_at": "2026-01-15T10:00:00Z", "uptime_s": 60 } ] }
                """).path("result");

        assertThat(result.path("all_connected").asBoolean()).isTrue();
        assertThat(result.at("/commands/0/at").asText()).isEqualTo("2026-01-15T10:00:05Z");
        assertThat(result.at("/commands/0/commands/0/argument").asText()).isEqualTo("mod_sofia");
        assertThat(result.at("/commands/0/reason").asText()).isEqualTo("just-started");
        assertThat(result.at("/commands/1/at").asText()).isEqualTo("2026-01-15T10:00:09Z");
        assertThat(result.at("/commands/1/commands/0/argument").asText()).isEqualTo("mod_kazoo");
        assertThat(result.at("/commands/1/reason").asText()).isEqualTo("just-started");
    }

    @Test
    void tellsWhichCookieIsUsedAndNeverWhatItIs() throws Exception {
        HttpResponse<String> response = post("node?explain=why-not", "{}");

        assertThat(Json.read(bytes(response))
                        .at("/result/connections/1/own_cookie")
                        .asBoolean())
                .isTrue();
        assertThat(response.body()).doesNotContain("hush-hush");
    }

    @Test
    void givesASwitchItsGatewaysAndKeepsTheirPasswordsOutOfTheReasoning() throws Exception {
        JsonNode answer = ask("node?explain=rules", """
                { "switches": [ { "name": "freeswitch@media1.example", "connected_at": "2026-01-15T10:00:00Z",
                    "asks_for_sip_profiles": true } ] }
                """);

        assertThat(answer.at("/result/sip_profiles/0/profiles/sipinterface_1/Gateways/carrier/Password")
                        .asText())
                .isEqualTo("very-secret");
        assertThat(answer.path("explanation").path("fired")).isNotEmpty();
        assertThat(answer.path("explanation").toString()).doesNotContain("very-secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"node", "channel", "balance"})
    void answersAsItsSchemaPromises(String decision) throws Exception {
        JsonNode answer = ask(
                decision + "?explain=why-not",
                Schemas.shipped()
                        .schema(decision + "-request")
                        .at("/examples/0")
                        .toString());

        assertThat(Schemas.shipped().violations(decision + "-response", answer, "#"))
                .isEmpty();
        assertThat(answer.at("/explanation/why_not")).isNotEmpty();
    }

    @Test
    void publishesTheStateOfEachSwitchByItsOwnSection() throws Exception {
        JsonNode events = ask("channel", """
                { "node": "ecallmgr@apps1.acme.example",
                  "events": [ { "event": "CHANNEL_CREATE", "switch": "freeswitch@media1.example" },
                              { "event": "CHANNEL_CREATE", "switch": "freeswitch@media2.example" } ] }
                """).at("/result/events");

        assertThat(events.at("/0/publish").asBoolean()).isTrue();
        assertThat(events.at("/1/publish").asBoolean()).isFalse();
        assertThat(events.at("/1/reason").asText()).isEqualTo("state-not-published");
    }

    @Test
    void goesThroughARoundFromTheQuestionToTheLastCall() throws Exception {
        String round = """
                { "now": "2026-01-15T10:00:0%dZ", "crawler": { "last_round_at": "2026-01-15T10:00:00Z", "round_running": %s },
                  "config": { "balance_crawler_enabled": true }, %s
                  "channels": [ { "id": "call-1", "account": "account-1", "account_billing": "per_minute" },
                                { "id": "call-2", "account": "account-2", "account_billing": "per_minute" } ] }
                """;

        JsonNode asked = ask("balance", round.formatted(0, true, "")).path("result");
        JsonNode waiting = ask("balance", round.formatted(1, true, "\"asked_at\": \"2026-01-15T10:00:00Z\","))
                .path("result");
        JsonNode answered = ask("balance", round.formatted(2, true, """
                "asked_at": "2026-01-15T10:00:00Z",
                "answer": { "Balances": { "account-1": true, "account-2": false }, "Event-Name": "balance_check_resp" },
                """)).path("result");
        JsonNode over = ask("balance", round.formatted(3, false, "")).path("result");

        assertThat(asked.path("accounts").findValuesAsText("action")).containsExactly("ask", "ask");
        assertThat(waiting.path("accounts").findValuesAsText("action")).containsExactly("wait", "wait");
        assertThat(answered.path("channels").findValuesAsText("action")).containsExactly("keep", "hang-up");
        assertThat(over.path("round_on").asBoolean()).isFalse();
        assertThat(over.at("/next_round/at").asText()).isEqualTo("2026-01-15T10:01:00Z");
    }

    @Test
    void refusesTwoCreditsOfOneAccount() throws Exception {
        HttpResponse<String> response = post("balance", """
                { "credits": [ { "account": "a", "available": 1 }, { "account": "a", "available": 2 } ] }
                """);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("#/credits/1/account");
    }

    @Test
    void refusesWhatDoesNotFitTogetherAtItsPlace() throws Exception {
        HttpResponse<String> response = post("node", """
                { "switches": [ { "name": "a@b" }, { "name": "a@b" } ],
                  "calls": [ { "id": "call-1", "switch": "c@d" } ],
                  "moves": [ { "channel": "call-1", "from": "a@b", "to": "c@d" } ] }
                """);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Json.read(bytes(response)).path("errors").findValuesAsText("pointer"))
                .containsExactly("#/calls/0/switch", "#/moves/0/to", "#/switches/1/name");
    }

    @Test
    void refusesASwitchThatStartedAtTwoTimes() throws Exception {
        HttpResponse<String> response = post("node", """
                { "switches": [ { "name": "a@b", "uptime_s": 1, "started_at": "2026-01-15T10:00:00Z" } ] }
                """);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("#/switches/0", "either `started_at` or `uptime_s`");
    }

    private static JsonNode ask(String decision, String request) throws Exception {
        HttpResponse<String> response = post(decision, request);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.read(bytes(response));
    }

    private static HttpResponse<String> post(String decision, String request) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(service.uri("/v1/decisions/" + decision))
                        .POST(BodyPublishers.ofString(request))
                        .header("Content-Type", "application/json")
                        .build(),
                BodyHandlers.ofString());
    }

    private static byte[] bytes(HttpResponse<String> response) {
        return response.body().getBytes(StandardCharsets.UTF_8);
    }
}
