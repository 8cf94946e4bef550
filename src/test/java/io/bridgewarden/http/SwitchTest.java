package io.bridgewarden.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.dialect.AclConfReader;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.Schemas;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a switch asks, answered over a socket: with status 200 and XML, whatever happens. */
class SwitchTest {
    private static final String ACL_CONF =
            "hostname=switch1&section=configuration&tag_name=configuration&key_name=name&key_value=acl.conf";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static Served served;

    @BeforeAll
    static void serve() {
        served = Served.open();
        served.put("/v1/acl/trusted/carrier", "{\"type\":\"allow\",\"cidr\":\"203.0.113.0/24\"}");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    static List<JsonNode> captured() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SwitchTest.class.getResourceAsStream("/freeswitch-requests.json"))) {
            List<JsonNode> requests = new ArrayList<>();
            Json.read(in.readAllBytes()).path("requests").forEach(requests::add);
            return requests;
        }
    }

    @ParameterizedTest
    @MethodSource("captured")
    void answersEveryRequestThatARealSwitchSent(JsonNode request) throws IOException {
        StringBuilder raw = new StringBuilder("POST /freeswitch HTTP/1.1\r\n");
        request.path("headers")
                .forEach(it -> raw.append(it.get(0).asText())
                        .append(": ")
                        .append(it.get(1).asText())
                        .append("\r\n"));
        raw.append("Connection: close\r\n\r\n").append(request.path("body").asText());

        String answer = served.raw(raw.toString());

        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
        boolean asksForLists = request.path("body").asText().contains("key_value=acl.conf");
        assertThat(answer).contains(asksForLists ? "cidr=\"203.0.113.0/24\"" : "<result status=\"not found\"/>");
    }

    @Test
    void theRealRequestsExceedWhatServersTakeOfAFormByDefault() throws IOException {
        assertThat(captured())
                .anySatisfy(it -> assertThat(it.path("body").asText()).hasSizeGreaterThan(6_000));
    }

    @Test
    void answersInXmlWithoutCompression() {
        HttpResponse<String> response = served.send(post(ACL_CONF).header("Accept-Encoding", "gzip"));

        assertThat(response.headers().firstValue("content-type")).hasValue("text/xml; charset=utf-8");
        assertThat(response.headers().firstValue("content-encoding")).isEmpty();
        assertThat(lists(response).at("/0/nodes/0/cidr").asText()).isEqualTo("203.0.113.0/24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "post", "PUT"})
    void readsTheQueryStringWhereThereIsNoBody(String method) {
        HttpResponse<String> response =
                served.send(served.to("/freeswitch?" + ACL_CONF).method(method, BodyPublishers.noBody()));

        assertThat(lists(response)).hasSize(1);
    }

    @Test
    void readsAFormOfManyLongParameters() {
        String more = "&variable_x=" + "y".repeat(20_000);

        HttpResponse<String> response = served.send(post(ACL_CONF + more.repeat(20) + "&a=b".repeat(1_000)));

        assertThat(lists(response)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "{\"section\":\"configuration\"}",
                "section=configuration&section=directory&key_value=acl.conf",
                "section=configuration&key_value=acl.conf&key_value=sofia.conf",
                "section=%zz&key_value=acl.conf",
            })
    void aQuestionThatCannotBeReadGetsListsThatLetNobodyIn(String body) {
        HttpResponse<String> response = served.send(post(body));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(lists(response)).isEmpty();
        assertThat(response.body()).contains("<!-- no lists: ");
    }

    @Test
    void soDoesOneThatIsTooLong() {
        HttpResponse<String> response = served.send(post(ACL_CONF + "&x=" + "y".repeat(Body.LIMIT)));

        assertThat(lists(response)).isEmpty();
        assertThat(response.body()).contains("at most 1048576 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"max_bytes=0", "max_bytes=much", "max_bytes=1&max_bytes=2", "nodes=x"})
    void soDoesOneWhoseParametersAreNotUnderstood(String query) {
        assertThat(lists(served.send(post("?" + query, ACL_CONF)))).isEmpty();
    }

    @Test
    void soDoesOneWhoseAnswerWouldBeLongerThanTheSwitchReads() {
        int bytes = served.send(post(ACL_CONF)).body().length();

        assertThat(lists(served.send(post("?max_bytes=" + (bytes + 1), ACL_CONF))))
                .hasSize(1);
        HttpResponse<String> tooLong = served.send(post("?max_bytes=" + bytes, ACL_CONF));
        assertThat(lists(tooLong)).isEmpty();
        assertThat(tooLong.body()).contains("response-max-bytes");
    }

    @Test
    void soDoesOneThatTheServiceFailsAt() {
        RuntimeException[] failures = {
            new IllegalStateException("secret: /etc/insides"),
            Problem.unavailable("the lists are not there").asException()
        };
        for (RuntimeException failure : failures) {
            for (boolean thrown : new boolean[] {true, false}) {
                try (Served failing = served(
                        node -> {
                            if (thrown) {
                                throw failure;
                            }
                            return CompletableFuture.failedFuture(failure);
                        },
                        Keys.notAsked())) {
                    HttpResponse<String> response = failing.send(post(failing, "", ACL_CONF));

                    assertThat(response.statusCode()).isEqualTo(200);
                    assertThat(lists(response)).isEmpty();
                    assertThat(response.body()).doesNotContain("secret", "Exception");
                }
            }
        }
    }

    @Test
    void takesItsKeyAsThePasswordOfAnyUser() {
        String key = Keys.random();
        String reader = Keys.random();
        Keys keys = Keys.of(List.of(
                new Keys.Entry("switch1", Keys.digest(key), EnumSet.of(Role.SWITCH)),
                new Keys.Entry("reader", Keys.digest(reader), EnumSet.complementOf(EnumSet.of(Role.SWITCH)))));
        SwitchApi listed = node -> CompletableFuture.completedFuture("listed".getBytes(StandardCharsets.UTF_8));
        try (Served guarded = served(listed, keys)) {
            for (String credentials : List.of("switch1:" + key, ":" + key, "a:b:" + key)) {
                boolean password = !credentials.startsWith("a:b");
                HttpResponse<String> response =
                        guarded.send(post(guarded, "", ACL_CONF).header("Authorization", basic(credentials)));

                assertThat(response.body().equals("listed")).isEqualTo(password);
            }
            assertThat(guarded.send(post(guarded, "", ACL_CONF).header("Authorization", "Bearer " + key))
                            .body())
                    .isEqualTo("listed");
            for (String authorization : List.of(
                    basic("switch1:wrong"), basic("switch1:" + reader), "Basic !", "Basic", "Digest x", "Bearer x")) {
                HttpResponse<String> refused =
                        guarded.send(post(guarded, "", ACL_CONF).header("Authorization", authorization));

                assertThat(refused.statusCode()).as(authorization).isEqualTo(200);
                assertThat(lists(refused)).isEmpty();
            }
            HttpResponse<String> without = guarded.send(post(guarded, "", ACL_CONF));
            assertThat(lists(without)).isEmpty();
            assertThat(without.body()).contains("gateway-credentials");
        }
    }

    @Test
    void keysComeAsPasswordsFromSwitchesAlone() {
        String key = Keys.random();
        Keys keys = Keys.of(List.of(new Keys.Entry("all", Keys.digest(key), EnumSet.allOf(Role.class))));
        try (Served guarded = new Served(StandIns.backend(), keys)) {
            HttpRequest.Builder rules = guarded.to("/v1/rules").header("Authorization", basic("all:" + key));

            assertThat(guarded.send(rules).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void tellsWhoseConfigurationIsAskedFor() {
        SwitchApi echo = node -> CompletableFuture.completedFuture(("" + node).getBytes(StandardCharsets.UTF_8));
        try (Served asked = served(echo, Keys.notAsked())) {
            assertThat(asked.send(post(asked, "", ACL_CONF)).body()).isEqualTo("null");
            assertThat(asked.send(post(asked, "?node=ecallmgr@node1", ACL_CONF)).body())
                    .isEqualTo("ecallmgr@node1");
        }
    }

    private static Served served(SwitchApi switches, Keys keys) {
        Backend backend = StandIns.backend();
        return new Served(
                new Backend(
                        backend.decisions(),
                        backend.catalogue(),
                        backend.registrations(),
                        backend.networkLists(),
                        switches,
                        backend.configuration(),
                        backend.zone(),
                        Schemas.shipped(),
                        backend.version()),
                keys);
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpRequest.Builder post(String body) {
        return post("", body);
    }

    private static HttpRequest.Builder post(String query, String body) {
        return post(served, query, body);
    }

    private static HttpRequest.Builder post(Served to, String query, String body) {
        return to.to("/freeswitch" + query).header("Content-Type", FORM).POST(BodyPublishers.ofString(body));
    }

    private static JsonNode lists(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return AclConfReader.lists(response.body().getBytes(StandardCharsets.UTF_8));
    }
}
