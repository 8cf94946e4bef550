package io.bridgewarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The whole service over a socket, as its command line starts it. */
class ServedConformanceTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<String, String> MEDIA_DECISIONS = Map.of(
            "playback", "media",
            "recording_filename", "recording",
            "record", "recording",
            "record_call", "recording",
            "fax_filename", "fax",
            "redirect", "redirect",
            "expires", "registration");
    private static final Running SERVICE = Running.shared();

    @TempDir
    Path folder;

    @Test
    void everyCaseOfTheRealSwitchPostedAsItStandsIsAnsweredAsItOrItsSuccessor() throws Exception {
        for (JsonNode posted : cases("bridge.json")) {
            JsonNode expected = posted.has("successor") ? posted.get("successor") : posted.get("expected");

            JsonNode result = post("/v1/decisions/bridge", posted).path("result");

            List<String> channels = new ArrayList<>();
            List<Integer> from = new ArrayList<>();
            result.path("legs").forEach(it -> {
                channels.add(it.path("channel").asText());
                from.add(it.path("endpoint").asInt());
            });
            String id = posted.path("id").asText();
            if (!"var-quoting".equals(id)) { // only its quirk is named; its text is held by DialStringsTest
                assertThat(Json.mapper().valueToTree(channels).toString())
                        .as(id)
                        .isEqualTo(expected.path("channels").toString());
                assertThat(result.path("bridge_string")).as(id).isEqualTo(expected.path("bridge_string"));
            }
            assertThat(Json.mapper().valueToTree(from).toString())
                    .as(id)
                    .isEqualTo(expected.path("from").toString());
        }
    }

    @Test
    void everyCaseOfMediaMovesAndRegistrationsPostedAsItStandsIsAnsweredAsItIsMeantTo() throws Exception {
        for (JsonNode posted : cases("media.json").path("cases")) {
            String decision = MEDIA_DECISIONS.get(posted.path("op").asText());
            if (decision == null) {
                continue; // values of variables are no decision; SanitizeCasesTest holds them
            }
            JsonNode expected = posted.has("intended") ? posted.get("intended") : posted.get("expected");

            HttpResponse<String> response = send("/v1/decisions/" + decision, Json.write(posted));

            String id = posted.path("id").asText();
            JsonNode answer = Json.read(response.body().getBytes(StandardCharsets.UTF_8));
            assertThat(response.statusCode())
                    .as(id)
                    .isEqualTo(expected.path("error").asBoolean() ? 422 : 200);
            expected.properties().stream()
                    .filter(it -> !it.getKey().equals("error"))
                    .forEach(it -> assertThat(answer.path("result").get(it.getKey()))
                            .as(id + " " + it.getKey())
                            .isEqualTo(it.getValue()));
        }
    }

    @Test
    void everyCaseOfAFetchPostedAsItStandsIsAnsweredAsItIsMeantTo() throws Exception {
        for (JsonNode posted : cases("authz-fetch.json").path("cases")) {
            JsonNode expected = posted.has("intended") ? posted.get("intended") : posted.get("expected");

            JsonNode result = post("/v1/decisions/route", posted).path("result");

            String id = posted.path("id").asText();
            assertThat(expected.properties()).isNotEmpty().allSatisfy(it -> {
                if (it.getValue().asText().equals("any")) {
                    assertThat(result.path(it.getKey()).asText()).as(id).matches("[4-6]\\d\\d .+");
                } else {
                    assertThat(result.get(it.getKey()))
                            .as(id + " " + it.getKey())
                            .isEqualTo(it.getValue());
                }
            });
        }
    }

    @Test
    void everyReadingCaseOfTheConfigurationPostedAsItStandsIsAnsweredAsItIsMeantTo() throws Exception {
        int read = 0;
        for (JsonNode posted : cases("config.json").path("cases")) {
            if (posted.has("value")) {
                continue; // what is written is held by ConfigurationStoreTest
            }
            JsonNode expected = posted.has("intended") ? posted.get("intended") : posted.get("expected");

            JsonNode answer = post("/v1/config/resolve", posted);

            String id = posted.path("id").asText();
            assertThat(answer.path("value"))
                    .as(id)
                    .isEqualTo(expected.path("value").isMissingNode() ? NullNode.getInstance() : expected.get("value"));
            assertThat(answer.path("error")).as(id).isEqualTo(expected.path("error"));
            read++;
        }
        assertThat(read).isEqualTo(94);
    }

    @Test
    void aSectionIsInForceOnTheNextDecisionOfItsNodeAndOnNoOther() throws Exception {
        String section = "/v1/config/ecallmgr@only.acme.example";
        JsonNode here = Json.read("""
                { "node": "ecallmgr@only.acme.example",
                  "switch_url": "sip:mod_sofia@192.0.2.1:11000",
                  "channel": { "destination": "2001", "realm": "acme.example" } }
                """.getBytes(StandardCharsets.UTF_8));
        JsonNode elsewhere = ((ObjectNode) here.deepCopy()).put("node", "ecallmgr@other.acme.example");
        JsonNode before = post("/v1/decisions/redirect", here);

        assertThat(send("PUT", section, "{\"redirect_via_proxy\":false}").statusCode())
                .isEqualTo(200);
        JsonNode after = post("/v1/decisions/redirect", here);

        assertThat(after.path("result")).isNotEqualTo(before.path("result"));
        assertThat(after.path("config_revision")).isNotEqualTo(before.path("config_revision"));
        assertThat(post("/v1/decisions/redirect", elsewhere).path("result")).isEqualTo(before.path("result"));
        assertThat(send("DELETE", section, "").statusCode()).isEqualTo(204);
        JsonNode back = post("/v1/decisions/redirect", here);
        assertThat(back.path("result")).isEqualTo(before.path("result"));
        assertThat(back.path("config_revision")).isEqualTo(before.path("config_revision"));
    }

    @Test
    void aBatchAnswersEachRequestAsItIsAnsweredAlone() throws Exception {
        ObjectNode batch = Json.mapper().createObjectNode();
        cases("bridge.json").forEach(batch.putArray("requests")::add);

        JsonNode responses = post("/v1/decisions/bridge/batch", batch).path("responses");

        assertThat(responses).hasSameSizeAs(batch.path("requests"));
        for (int i = 0; i < responses.size(); i++) {
            JsonNode alone = post("/v1/decisions/bridge", batch.path("requests").get(i));
            assertThat(responses.get(i).path("result")).isEqualTo(alone.path("result"));
        }
    }

    @Test
    void saysWhatKeptAnEndpointFromBeingDialled() throws Exception {
        JsonNode request = Json.read("""
                { "config": { "failover_when_all_unreg": true },
                  "endpoints": [
                    { "Invite-Format": "username", "To-User": "alice", "To-Realm": "acme.example",
                      "Failover": { "Invite-Format": "loopback", "Route": "+12025550100" } },
                    { "Invite-Format": "loopback", "Route": "2001" } ] }
                """.getBytes(StandardCharsets.UTF_8));

        JsonNode why = post("/v1/decisions/bridge?explain=why-not", request).at("/explanation/why_not");

        assertThat(why).hasSize(1);
        assertThat(why.at("/0/endpoint").asInt()).isZero();
        assertThat(why.at("/0/failed").asText()).isEqualTo("it is registered");
        assertThat(why.at("/0/steps/1/about").asText()).isEqualTo("/0/Failover");
        assertThat(why.at("/0/steps/1/failed").asText()).isEqualTo("no device can be reached");
    }

    @Test
    void refusesTenThousandEndpointsAndStaysUp() throws Exception {
        ObjectNode request = Json.mapper().createObjectNode();
        var endpoints = request.putArray("endpoints");
        for (int i = 0; i < 10_000; i++) {
            endpoints.addObject().put("Invite-Format", "route").put("Route", "sip:" + i + "@carrier.example");
        }

        HttpResponse<String> response = send("/v1/decisions/bridge", Json.write(request));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Json.read(response.body().getBytes(StandardCharsets.UTF_8))
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("#/endpoints");
        assertThat(send("/health/ready", null).statusCode()).isEqualTo(200);
    }

    @Test
    void decidesOnTheCommandLineAsOverHttp() throws Exception {
        JsonNode posted = cases("bridge.json").get(5);
        Path file = Files.write(folder.resolve("request.json"), Json.write(posted));

        Ran ran = run("decide", "bridge", file.toString());

        assertThat(ran.code()).isZero();
        assertThat(Json.read(ran.out().getBytes(StandardCharsets.UTF_8)).path("result"))
                .isEqualTo(post("/v1/decisions/bridge", posted).path("result"));
    }

    @Test
    void tellsOfABadRequestOnTheCommandLineAndFails() throws Exception {
        Path file = Files.writeString(folder.resolve("request.json"), "{\"endpoint\":[]}");

        Ran ran = run("decide", "bridge", file.toString());

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("#/endpoint", "did you mean `endpoints`").doesNotContain("Exception");
    }

    @Test
    void aBrokenRuleFileIsNamedWithFileLineAndColumnAndNothingStarts() throws Exception {
        Path bridge = Files.createDirectories(folder.resolve("bridge"));
        Files.writeString(bridge.resolve("broken.drl"), """
                package bridge;

                import io.bridgewarden.facts.Endpoint;

                rule "bridge: break"
                when
                    Endpoint( nestd == true )
                then
                end
                """);

        Ran ran = run("serve", "--port", "0", "--rules", folder.toString());

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("broken.drl:7:").contains("nestd").doesNotContain("Exception", "\tat ");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void listensBeyondLoopbackOnlyWithKeysOrTheWordInsecure() {
        Ran ran = run("serve", "--host", "0.0.0.0", "--port", "0");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("--keys", "--insecure");
    }

    @Test
    void everyCommandHasHelp() {
        for (String[] command :
                new String[][] {{"--help"}, {"serve", "--help"}, {"decide", "--help"}, {"key", "new", "--help"}}) {
            Ran ran = run(command);

            assertThat(ran.code()).isZero();
            assertThat(ran.out()).startsWith("Usage: bridgewarden");
        }
        assertThat(run("sreve").code()).isEqualTo(2);
    }

    private record Ran(int code, String out, String err) {}

    private static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int code = commandLine.execute(arguments);
        return new Ran(code, out.toString(), err.toString());
    }

    private static JsonNode cases(String name) throws IOException {
        try (InputStream json = ServedConformanceTest.class.getResourceAsStream("/conformance/" + name)) {
            return Json.mapper().readTree(Objects.requireNonNull(json));
        }
    }

    private static JsonNode post(String path, JsonNode body) throws Exception {
        HttpResponse<String> response = send(path, Json.write(body));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.read(response.body().getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> send(String path, byte[] body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(SERVICE.uri(path));
        if (body != null) {
            request.POST(BodyPublishers.ofByteArray(body)).header("Content-Type", "application/json");
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> send(String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(SERVICE.uri(path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
