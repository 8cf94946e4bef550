package io.bridgewarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The decisions authz and limits over a socket, as the command line starts them. */
class ServedAuthzTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Running SERVICE = Running.shared();

    @ParameterizedTest
    @ValueSource(strings = {"authz", "limits"})
    void everyCasePostedAsItStandsIsAnsweredAsKazooAnswersOrAsIntended(String decision) throws Exception {
        for (JsonNode posted : cases(decision)) {
            String id = posted.path("id").asText();
            JsonNode expected = expected(posted);

            HttpResponse<String> response = send("/v1/decisions/" + decision, posted);

            if (expected.path("error").asBoolean()) {
                assertThat(response.statusCode()).as(id).isEqualTo(422);
                assertThat(json(response).at("/errors/0/pointer").asText())
                        .as(id)
                        .startsWith("#/");
                continue;
            }
            assertThat(response.statusCode()).as(id + response.body()).isEqualTo(200);
            assertHas(id, json(response).path("result"), expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"authz", "limits"})
    void aBatchAnswersOrRefusesEachCaseByItself(String decision) throws Exception {
        ObjectNode batch = Json.mapper().createObjectNode();
        cases(decision).forEach(batch.putArray("requests")::add);

        JsonNode responses =
                json(send("/v1/decisions/" + decision + "/batch", batch)).path("responses");

        assertThat(responses).hasSameSizeAs(batch.path("requests"));
        for (int i = 0; i < responses.size(); i++) {
            JsonNode posted = batch.path("requests").get(i);
            JsonNode expected = expected(posted);
            if (expected.path("error").asBoolean()) {
                assertThat(responses.get(i).path("status").asInt()).isEqualTo(422);
            } else {
                assertHas(posted.path("id").asText(), responses.get(i).path("result"), expected);
            }
        }
    }

    @Test
    void aBarredCallSaysWhichLimitBarredItAndWhatWouldHaveSufficed() throws Exception {
        JsonNode request = request("""
                { "config": { "authz_enabled": true },
                  "channel": { "Call-Direction": "outbound", "Number": "+12025550100",
                    "Custom-Channel-Vars": { "Account-ID": "account", "Resource-ID": "carrier" } },
                  "account": { "limits": { "twoway_trunks": 1, "pvt_allow_prepay": false } }, "reseller": "same",
                  "channels": [ { "call_id": "other", "direction": "outbound", "account_billing": "flat_rate" } ] }
                """);

        JsonNode answer = json(send("/v1/decisions/authz?explain=why-not", request));

        JsonNode result = answer.path("result");
        assertThat(result.path("authorized").asBoolean()).isFalse();
        assertThat(result.path("reason").asText()).isEqualTo("limits-refuse");
        assertThat(result.path("hangup_cause").asText()).isEqualTo("OUTGOING_CALL_BARRED");
        assertThat(result.at("/set_vars/Account-Billing").asText()).isEqualTo("limits_enforced");
        assertThat(result.at("/limits/detail").asText()).contains("twoway trunks 1 of 1 in use; burst 0");
        assertThat(result.at("/limits/parties/0/checks").findValues("would_suffice"))
                .extracting(JsonNode::asLong)
                .contains(2L);
        List<String> kept = new ArrayList<>();
        answer.at("/explanation/why_not")
                .forEach(it -> kept.add(
                        it.path("rule").asText() + " / " + it.path("failed").asText()));
        assertThat(kept).contains("authz: allow what the limits allow / it authorizes the call");
    }

    @Test
    void aCallThatTheLimitsOfTheRequestCarryIsBilledAsTheySay() throws Exception {
        JsonNode request = request("""
                { "config": { "authz_enabled": true },
                  "channel": { "Call-Direction": "outbound", "Number": "+12025550100",
                    "Custom-Channel-Vars": { "Account-ID": "account", "Resource-ID": "carrier" } },
                  "account": { "limits": { "twoway_trunks": 1 } },
                  "reseller": { "balance": 100000 } }
                """);

        JsonNode result = json(send("/v1/decisions/authz", request)).path("result");

        assertThat(result.path("authorized").asBoolean()).isTrue();
        assertThat(result.at("/returned_vars/Account-Billing").asText()).isEqualTo("flat_rate");
        assertThat(result.at("/returned_vars/Reseller-Billing").asText()).isEqualTo("per_minute");
        assertThat(result.at("/limits/parties")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"authz", "limits"})
    void decidesOnTheCommandLineAsOverHttp(String decision, @TempDir Path folder) throws Exception {
        JsonNode posted = cases(decision).get(5);
        Path file = Files.write(folder.resolve("request.json"), Json.write(posted));
        StringWriter out = new StringWriter();

        int code = Main.commandLine().setOut(new PrintWriter(out, true)).execute("decide", decision, file.toString());

        assertThat(code).isZero();
        assertThat(request(out.toString()).path("result"))
                .isEqualTo(json(send("/v1/decisions/" + decision, posted)).path("result"));
    }

    private static JsonNode expected(JsonNode posted) {
        return posted.path(posted.path("quirk").asBoolean() ? "intended" : "expected");
    }

    private static void assertHas(String id, JsonNode result, JsonNode expected) {
        assertThat(expected.properties()).as(id).isNotEmpty();
        expected.properties()
                .forEach(it -> assertThat(result.get(it.getKey()))
                        .as(id + " " + it.getKey())
                        .isEqualTo(it.getValue()));
    }

    private static JsonNode cases(String decision) throws IOException {
        try (InputStream json = ServedAuthzTest.class.getResourceAsStream("/conformance/" + decision + ".json")) {
            return Json.mapper().readTree(Objects.requireNonNull(json)).path("cases");
        }
    }

    private static JsonNode request(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Json.read(response.body().getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> send(String path, JsonNode body) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(SERVICE.uri(path))
                        .POST(BodyPublishers.ofByteArray(Json.write(body)))
                        .header("Content-Type", "application/json")
                        .build(),
                BodyHandlers.ofString());
    }
}
