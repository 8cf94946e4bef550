package io.bridgewarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Schemas;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The ACL decision and the collection of lists over a socket. */
class ServedAclTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String LOCAL_ADDRESS = "10.20.30.40/24";
    private static final Running SERVICE = Running.shared();

    @Test
    void everyQueryOfTheRealSwitchIsAnsweredAsItOrRefusedAsAQuirk() throws Exception {
        Set<String> refused = new TreeSet<>();
        for (JsonNode given : cases("acl.json")) {
            for (JsonNode query : given.path("queries")) {
                HttpResponse<String> response = send("/v1/decisions/acl", request(given, query));

                String id = given.path("id").asText();
                JsonNode answer = read(response);
                if (response.statusCode() == 422) {
                    refused.add(id);
                    assertThat(texts(given.path("tags"))).as(id).contains("quirk");
                    assertThat(answer.at("/errors/0/pointer").asText()).startsWith("#/list");
                } else {
                    assertThat(answer.at("/result/allow")).as(id + query).isEqualTo(query.path("expected"));
                }
            }
        }
        assertThat(refused).hasSize(12);
    }

    private static ObjectNode request(JsonNode given, JsonNode query) {
        ObjectNode request = query.deepCopy();
        request.set("lists", given.path("lists"));
        return request.put("local_address", LOCAL_ADDRESS);
    }

    @Test
    void aBatchOfQueriesIsAnsweredAndRefusedOneByOne() throws Exception {
        ObjectNode batch = Json.mapper().createObjectNode();
        ArrayNode requests = batch.putArray("requests");
        requests.addObject().put("list", "rfc1918.auto").put("ip", "10.1.2.3");
        requests.addObject().put("list", "rfc1918.auto").put("ip", "no address");
        requests.addObject().put("list", "rfc1918.auto").put("ip", "192.0.2.1");

        JsonNode responses = post("/v1/decisions/acl/batch", batch).path("responses");

        assertThat(responses.at("/0/result/allow").asBoolean()).isTrue();
        assertThat(responses.at("/1").toString()).contains("no-address", "#/ip");
        assertThat(responses.at("/2/result/allow").booleanValue()).isFalse();
    }

    static List<Arguments> documents() throws IOException {
        List<Arguments> documents = new ArrayList<>();
        cases("acl-xml.json")
                .forEach(it -> documents.add(Arguments.of(it.path("id").asText(), it)));
        return documents;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void everyDocumentPostedAsItStandsMakesTheListsOfTheRealSwitchOrThoseIntended(String id, JsonNode given)
            throws Exception {
        JsonNode expected = given.has("intended") ? given.path("intended") : given.path("expected");

        JsonNode answer = post("/v1/acl/lists", given);

        assertThat(Schemas.shipped().violations("acl-lists-response", answer, "#"))
                .isEmpty();
        assertThat(answer.path("not_found").booleanValue())
                .isEqualTo(expected.path("not_found").asBoolean());
        assertThat(answer.path("lists").toString())
                .isEqualTo(expected.has("lists") ? expected.path("lists").toString() : "[]");
        boolean leftOut = "B".equals(given.path("defect").asText())
                || "A".equals(given.path("defect").asText());
        assertThat(answer.path("complete").booleanValue()).isEqualTo(!leftOut);
    }

    @Test
    void asksWhichNodeADocumentOfSeveralIsReadFor() throws Exception {
        ObjectNode document = Json.mapper().createObjectNode();
        for (String section : List.of("default", "ecallmgr@a.example", "ecallmgr@b.example")) {
            document.withObject("/" + section).withObject("/acls");
        }
        ObjectNode request = Json.mapper().createObjectNode().set("document", document);

        JsonNode problem = read(send("/v1/acl/lists", request));
        JsonNode answer = post("/v1/acl/lists", request.put("node", "ecallmgr@b.example"));

        assertThat(problem.at("/errors/0/code").asText()).isEqualTo("which-node");
        assertThat(answer.path("not_found").asBoolean()).isTrue();
    }

    @Test
    void answersKeepToTheSchemaWithEveryEntryThatCoversTheAddressExplained() throws Exception {
        JsonNode request = Json.read("""
                { "list": "trusted", "ip": "192.0.2.1",
                  "acls": { "wide": { "network-list-name": "trusted", "type": "deny", "cidr": "192.0.2.0/24" } },
                  "devices": [{ "_id": "d1", "enabled": true, "pvt_account_id": "a1",
                                "sip": { "method": "ip", "ip": "192.0.2.1" } }],
                  "resources": [{ "_id": "r1", "inbound_ips": ["192.0.2.0/25"] }] }
                """.getBytes(StandardCharsets.UTF_8));

        JsonNode answer = post("/v1/decisions/acl?explain=why-not", request);

        assertThat(Schemas.shipped().violations("acl-response", answer, "#")).isEmpty();
        assertThat(answer.at("/result/allow").asBoolean()).isTrue();
        assertThat(answer.at("/result/entry/origin").toString())
                .isEqualTo("{\"source\":\"device\",\"id\":\"d1\",\"account_id\":\"a1\"}");
        assertThat(StreamSupport.stream(answer.at("/result/covering").spliterator(), false)
                        .map(it -> it.path("cidr").asText()))
                .containsExactly("192.0.2.1/32", "192.0.2.0/25", "192.0.2.0/24");
        assertThat(answer.at("/explanation/why_not").toString())
                .contains("there is no list of that name")
                .doesNotContain("a call comes in");
    }

    @Test
    void listsAndEntriesAreNotGivenTogether() throws Exception {
        JsonNode request = Json.read(
                "{\"list\":\"l\",\"ip\":\"192.0.2.1\",\"lists\":[],\"acls\":{}}".getBytes(StandardCharsets.UTF_8));

        assertThat(read(send("/v1/decisions/acl", request)).at("/errors/0/code").asText())
                .isEqualTo("lists-or-entries");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(it -> texts.add(it.asText()));
        return texts;
    }

    private static JsonNode cases(String name) throws IOException {
        try (InputStream json = ServedAclTest.class.getResourceAsStream("/conformance/" + name)) {
            return Json.mapper().readTree(Objects.requireNonNull(json)).path("cases");
        }
    }

    private static JsonNode post(String path, JsonNode body) throws Exception {
        HttpResponse<String> response = send(path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return read(response);
    }

    private static JsonNode read(HttpResponse<String> response) {
        return Json.read(response.body().getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> send(String path, JsonNode body) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(SERVICE.uri(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(Json.write(body)))
                        .build(),
                BodyHandlers.ofString());
    }
}
