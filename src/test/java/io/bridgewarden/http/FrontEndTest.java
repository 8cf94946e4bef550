package io.bridgewarden.http;

import static io.bridgewarden.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontEndTest {
    private static final String BRIDGE = "/v1/decisions/bridge";
    private static Served served;

    @BeforeAll
    static void serve() {
        served = Served.open();
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void answersADecision() {
        HttpResponse<String> response = served.post(BRIDGE, "{\"endpoints\":[]}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(json(response).at("/result/request").toString()).isEqualTo("{\"endpoints\":[]}");
        assertThat(json(response).get("decision_id").asText()).isNotBlank();
    }

    @Test
    void passesOnWhatTheQueryStringAsksFor() {
        JsonNode options = json(served.post(BRIDGE + "?explain=why-not&dry_run=true", "{}"))
                .at("/result/options");

        assertThat(options.get("explain").asText()).isEqualTo("WHY_NOT");
        assertThat(options.get("dryRun").asBoolean()).isTrue();
        assertThat(options.get("mayOverrideConfig").asBoolean()).isTrue();
    }

    @Test
    void decidesPlainlyUnlessAskedOtherwise() {
        JsonNode options = json(served.post(BRIDGE, "{}")).at("/result/options");

        assertThat(options.get("explain").asText()).isEqualTo("NONE");
        assertThat(options.get("dryRun").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "?explian=rules | unknown parameter `explian`; there are `dry_run`, `explain`",
                "?explain=all | parameter `explain` cannot be `all`; it is one of `none`, `rules`, `why-not`",
                "?dry_run=yes | parameter `dry_run` cannot be `yes`; it is one of `true`, `false`",
                "?explain=rules&explain=none | parameter `explain` is given twice",
            })
    void refusesParametersItDoesNotUnderstandAndNamesThoseItDoes(String query, String detail) {
        HttpResponse<String> response = served.post(BRIDGE + query, "{}");

        assertProblem(response, 400, "bad-parameter");
        assertThat(json(response).get("detail").asText()).isEqualTo(detail);
    }

    @Test
    void namesTheDecisionsThereAreToWhoAsksForAnother() {
        HttpResponse<String> response = served.post("/v1/decisions/bridges", "{}");

        assertProblem(response, 404, "not-found");
        assertThat(json(response).get("detail").asText())
                .isEqualTo("there is no decision `bridges`; there are `acl`, `bridge`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/v1", "/v1/decisions", "/v1/decisions/bridge/batch/more", "/V1/rules"})
    void answersUnknownPathsWithAProblem(String path) {
        assertProblem(served.get(path), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET     | /v1/decisions/bridge       | OPTIONS, POST",
                "HEAD    | /v1/decisions/bridge       | OPTIONS, POST",
                "PUT     | /v1/decisions/bridge/batch | OPTIONS, POST",
                "DELETE  | /v1/rules                  | GET, HEAD, OPTIONS",
                "POST    | /v1/registrations/a@b      | DELETE, GET, HEAD, OPTIONS, PUT",
                "PATCH   | /health/live               | GET, HEAD, OPTIONS",
                "TRACE   | /                          | GET, HEAD, OPTIONS",
                "BREW    | /v1/rules                  | GET, HEAD, OPTIONS",
            })
    void answersAWrongMethodWithTheRightOnes(String method, String path, String allow) {
        HttpResponse<String> response = served.method(method, path);

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("allow")).hasValue(allow);
        if (!method.equals("HEAD")) {
            assertProblem(response, 405, "method-not-allowed");
        }
    }

    @Test
    void answersOptionsWithTheMethodsThereAre() {
        HttpResponse<String> response = served.method("OPTIONS", BRIDGE);

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("allow")).hasValue("OPTIONS, POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/rules", "/health/ready", "/openapi.json", "/"})
    void answersHeadAsGetWithoutTheBody(String path) {
        HttpResponse<String> head = served.method("HEAD", path);
        HttpResponse<String> get = served.get(path);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("content-type"))
                .isEqualTo(get.headers().firstValue("content-type"));
        assertThat(head.headers().firstValue("content-length"))
                .isEqualTo(get.headers().firstValue("content-length"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\"",
                "application/vnd.kazoo+json",
                "application/problem+json ; charset=utf8",
            })
    void readsWhatIsJson(String type) {
        assertThat(posted(type, "{}").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json; charset=latin1",
                "application/jsonp",
                "json",
                "application/json, text/plain",
            })
    void refusesWhatIsNotJson(String type) {
        HttpResponse<String> response = posted(type, "{}");

        assertProblem(response, 415, "unsupported-media-type");
        assertThat(json(response).get("detail").asText()).contains("application/json", "`" + type + "`");
    }

    @Test
    void refusesABodyOfUnsaidType() {
        assertProblem(
                served.send(served.to(BRIDGE).POST(BodyPublishers.ofString("{}"))), 415, "unsupported-media-type");
    }

    @Test
    void refusesACompressedBody() {
        var request = served.to(BRIDGE)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString("{}"));

        assertProblem(served.send(request), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource({"text/xml, 406", "*/*, 200", "'text/html, application/*;q=0.1', 200", "application/problem+json, 200"})
    void honoursAnAcceptHeaderThatRulesOutJson(String accept, int status) {
        var request = served.to("/v1/rules").header("Accept", accept);

        assertThat(served.send(request).statusCode()).isEqualTo(status);
    }

    @Test
    void tellsWhenToAskAgainWhereNoDecisionCanBeMadeNow() {
        HttpResponse<String> response = served.post(BRIDGE, "{\"fail\":\"unavailable\"}");

        assertProblem(response, 503, "unavailable");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
    }

    @Test
    void passesOnTheProblemThatKeptADecisionFromBeingMade() {
        HttpResponse<String> response = served.post(BRIDGE, "{\"fail\":\"problem\"}");

        assertProblem(response, 422, "invalid-request");
        assertThat(json(response).get("errors").toString())
                .isEqualTo("[{\"pointer\":\"#/fail\",\"code\":\"told-so\",\"detail\":\"told to fail\"}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"defect", "throw"})
    void saysNothingOfItsInsidesWhenItFails(String how) {
        HttpResponse<String> response = served.post(BRIDGE, "{\"fail\":\"" + how + "\"}");

        assertProblem(response, 500, "internal-error");
        assertThat(response.body())
                .doesNotContain("secret", "Exception", "java")
                .contains("incident `");
    }

    @Test
    void readsTheCatalogue() {
        String name = "bridge%3A%20drop%201%2F2%20of%20%3Cthem%3E";

        JsonNode all = json(served.get("/v1/rules"));
        JsonNode ofDecision = json(served.get("/v1/rules/bridge"));
        JsonNode one = json(served.get("/v1/rules/bridge/" + name));

        assertThat(all.get("revision").asText()).isEqualTo(StandIns.REVISION);
        assertThat(all.get("rules")).hasSize(1);
        assertThat(ofDecision).isEqualTo(all);
        assertThat(one).isEqualTo(all.at("/rules/0"));
        assertThat(one.get("name").asText()).isEqualTo(StandIns.RULE.name());
        assertThat(one.get("line").asInt()).isEqualTo(3);
        assertThat(json(served.get("/v1/rules/acl")).get("rules")).isEmpty();
        assertProblem(served.get("/v1/rules/nothing"), 404, "not-found");
        assertProblem(served.get("/v1/rules/bridge/nothing"), 404, "not-found");
    }

    @Test
    void tellsThatItLivesAndIsReady() {
        assertThat(json(served.get("/health/live")).toString()).isEqualTo("{\"status\":\"live\"}");
        assertThat(json(served.get("/health/ready")).toString())
                .isEqualTo(
                        "{\"status\":\"ready\",\"rules\":1,\"revision\":\"%s\",\"config\":{\"status\":\"current\",\"revision\":\"%s\"}}"
                                .formatted(
                                        StandIns.REVISION,
                                        StandIns.configuration().inForce().revision()));
    }

    @Test
    void saysInOneSentenceThatAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() ->
                            FrontEnd.start(StandIns.backend(), Keys.notAsked(), "127.0.0.1", taken.getLocalPort()))
                    .isInstanceOf(FrontEnd.NotListening.class)
                    .hasMessageStartingWith("cannot listen on `127.0.0.1` port " + taken.getLocalPort())
                    .hasMessageContaining("taken");
        }
    }

    @Test
    void saysThatAHostIsNotKnown() {
        assertThatThrownBy(() -> FrontEnd.start(StandIns.backend(), Keys.notAsked(), "nowhere.invalid", 0))
                .isInstanceOf(FrontEnd.NotListening.class)
                .hasMessageContaining("the host is not known");
    }

    private static HttpResponse<String> posted(String type, String body) {
        return served.send(served.to(BRIDGE).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    static void assertProblem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
        JsonNode problem = json(response);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asText()).isEqualTo("/problems/" + type);
        assertThat(problem.get("title").asText()).isNotBlank();
    }
}
