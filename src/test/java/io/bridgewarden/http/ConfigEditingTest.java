package io.bridgewarden.http;

import static io.bridgewarden.http.FrontEndTest.assertProblem;
import static io.bridgewarden.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.store.ConfigKey;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigEditingTest {
    private static final String DEFAULT = "/v1/config/default";

    private Served served;

    @BeforeEach
    void open() {
        served = Served.open();
    }

    @AfterEach
    void close() {
        served.close();
    }

    private HttpResponse<String> put(String path, String body) {
        return served.put(path, body.replace('\'', '"'));
    }

    private HttpResponse<String> patch(String body, String... headers) {
        var request = served.to(DEFAULT)
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", BodyPublishers.ofString(body.replace('\'', '"')));
        return served.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static String tag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void aSectionIsReadAsItWasWritten() {
        HttpResponse<String> put = put(DEFAULT, "{'use_vlc':true,'fetch_timeout':'3000'}");

        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(put.body()).isEqualTo("{\"use_vlc\":true,\"fetch_timeout\":\"3000\"}");
        assertThat(served.get(DEFAULT).body()).isEqualTo(put.body());
        assertThat(tag(served.get(DEFAULT))).isEqualTo(tag(put)).matches("\"sha256:[0-9a-f]{64}\"");
    }

    @Test
    void theOverviewNamesEachSectionWithItsRevisionAndWhoWroteItWhen() {
        HttpResponse<String> put = put("/v1/config/ecallmgr@apps1.acme.example", "{'use_vlc':true}");

        HttpResponse<String> all = served.get("/v1/config");

        JsonNode section = json(all).at("/sections/ecallmgr@apps1.acme.example");
        assertThat(Schemas.shipped().violations("config-overview", json(all), "#"))
                .isEmpty();
        assertThat(tag(all)).isEqualTo("\"" + json(all).get("revision").asText() + "\"");
        assertThat(tag(put)).isEqualTo("\"" + section.get("revision").asText() + "\"");
        assertThat(section.get("source").asText()).isEqualTo("kept");
        assertThat(section.get("changed_at").asText()).isEqualTo("2026-01-15T10:00:00Z");
        assertThat(section.get("changed_by").asText()).isEqualTo("anyone");
        assertThat(section.get("keys").toString()).isEqualTo("{\"use_vlc\":true}");
    }

    @Test
    void aPatchChangesAndRemovesKeysAndLeavesTheOthers() {
        put(DEFAULT, "{'use_vlc':true,'use_shout':true,'gateways':{'a':{'realm':'a.example'}}}");

        HttpResponse<String> patched = patch("{'use_vlc':false,'use_shout':null,'gateways':{'b':{}}}");

        assertThat(patched.statusCode()).isEqualTo(200);
        assertThat(patched.body())
                .isEqualTo("{\"use_vlc\":false,\"gateways\":{\"a\":{\"realm\":\"a.example\"},\"b\":{}}}");
        assertThat(tag(patched)).isEqualTo(tag(served.get(DEFAULT)));
    }

    @Test
    void aRemovedSectionIsGone() {
        put(DEFAULT, "{}");

        assertThat(served.method("DELETE", DEFAULT).statusCode()).isEqualTo(204);

        assertProblem(served.get(DEFAULT), 404, "not-found");
        assertProblem(served.method("DELETE", DEFAULT), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'use_vlc':'yes'}                       | #/use_vlc         | enum
            {'failover_when_all_unreg':'yes'}       | #/failover_when_all_unreg | enum
            {'failover_when_all_unreg':null}        | #/failover_when_all_unreg | type
            {'fetch_timeout':''}                    | #/fetch_timeout   | pattern
            {'fetch_timeout':'-5'}                  | #/fetch_timeout   | minimum
            {'acls':{'a/b':{'type':'allow'}}}       | #/acls/a~1b       | required
            {'fetch_timeuot':1}                     | #/fetch_timeuot   | unknown-member
            """)
    void whatAReaderWouldNotTakeIsRefusedWithItsPlace(String section, String pointer, String code) {
        HttpResponse<String> before = put(DEFAULT, "{'use_vlc':true}");

        HttpResponse<String> refused = put(DEFAULT, section);

        assertProblem(refused, 422, "invalid-request");
        assertThat(json(refused).at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(json(refused).at("/errors/0/code").asText()).isEqualTo(code);
        assertThat(tag(served.get(DEFAULT))).isEqualTo(tag(before));
    }

    @Test
    void whatAPatchMakesOfASectionIsCheckedToo() {
        put(DEFAULT, "{'gateways':{'a':{'realm':'a.example'}}}");

        HttpResponse<String> refused = patch("{'gateways':{'a':7}}");

        assertProblem(refused, 422, "invalid-request");
        assertThat(json(refused).at("/errors/0/pointer").asText()).isEqualTo("#/gateways/a");
        assertThat(served.get(DEFAULT).body()).contains("a.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_id", "pvt_type", "effective", "resolve", "%20", "a%0Ab"})
    void aNameThatNoSectionHasIsRefused(String name) {
        assertProblem(put("/v1/config/" + name, "{}"), 400, "bad-parameter");
    }

    @Test
    void aNameMayHaveASlash() {
        assertThat(put("/v1/config/a%2Fb", "{'use_vlc':true}").statusCode()).isEqualTo(200);

        assertThat(json(served.get("/v1/config")).path("sections").fieldNames())
                .toIterable()
                .containsExactly("a/b");
    }

    @Test
    void whoeverBelievesInAnOlderSectionIsToldAndChangesNothing() {
        HttpResponse<String> first = put(DEFAULT, "{'fetch_timeout':1}");
        HttpResponse<String> second = patch("{'fetch_timeout':2}", "If-Match", tag(first));

        HttpResponse<String> late = patch("{'fetch_timeout':3}", "If-Match", tag(first));
        HttpResponse<String> created = patch("{'fetch_timeout':3}", "If-None-Match", "*");
        HttpResponse<String> removal =
                served.send(served.to(DEFAULT).header("If-Match", tag(first)).DELETE());

        assertThat(second.statusCode()).isEqualTo(200);
        assertProblem(late, 412, "precondition-failed");
        assertProblem(created, 412, "precondition-failed");
        assertProblem(removal, 412, "precondition-failed");
        assertThat(served.get(DEFAULT).body()).isEqualTo("{\"fetch_timeout\":2}");
    }

    @Test
    void ofWritersAtOnceOneIsServedAndTheOthersAreToldAndNothingIsMixed() {
        String start = "{\"max_channel_uptime_s\":0,\"fetch_timeout\":1}";
        String tag = tag(served.put(DEFAULT, start));
        for (int round = 1; round <= 20; round++) {
            String match = tag;
            int number = round;
            List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(1, 5)
                    .mapToObj(writer -> section(number * 10 + writer))
                    .map(section -> CompletableFuture.supplyAsync(() -> served.send(served.to(DEFAULT)
                            .header("Content-Type", "application/json")
                            .header("If-Match", match)
                            .PUT(BodyPublishers.ofString(section)))))
                    .toList();

            List<HttpResponse<String>> responses = new ArrayList<>();
            sent.forEach(it -> responses.add(it.join()));

            assertThat(responses).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 412, 412, 412);
            JsonNode now = json(served.get(DEFAULT));
            assertThat(now.toString())
                    .isEqualTo(section(now.get("fetch_timeout").intValue()));
            assertThat(now.get("fetch_timeout").intValue() / 10).isEqualTo(round);
            tag = tag(served.get(DEFAULT));
        }
    }

    private static String section(int number) {
        ObjectNode section = Json.mapper().createObjectNode();
        section.put("max_channel_uptime_s", number).put("fetch_timeout", number);
        return section.toString();
    }

    private static JsonNode effective(Served served, String query) {
        HttpResponse<String> response = served.get("/v1/config/effective" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response);
    }

    @Test
    void everyKeyIsToldAsItHoldsForANodeWithTheSectionItIsFromAndTheRulesThatReadIt() {
        put(DEFAULT, "{'fetch_timeout':1,'fs_node_uptime_s':1,'failover_when_all_unreg':'true'}");
        put("/v1/config/east", "{'fetch_timeout':2}");

        JsonNode effective = effective(served, "?node=ecallmgr@apps1.acme.example&zone=east");

        assertThat(Schemas.shipped().violations("config-effective", effective, "#"))
                .isEmpty();
        assertThat(effective.path("keys")).hasSize(ConfigKey.all().size());
        assertThat(effective.path("keys").get("fetch_timeout").toString())
                .isEqualTo("{\"value\":2,\"section\":\"east\",\"default\":2600,\"unit\":\"ms\",\"read_by\":[]}");
        assertThat(effective.path("keys").get("failover_when_all_unreg").toString())
                .isEqualTo("{\"value\":true,\"section\":\"default\",\"default\":false,\"unit\":null,"
                        + "\"read_by\":[\"bridge: drop 1/2 of <them>\"]}");
        assertThat(effective.path("keys").get("default_realm").toString())
                .isEqualTo("{\"value\":null,\"section\":null,\"default\":null,\"unit\":null,\"read_by\":[]}");
        assertThat(effective.path("revision"))
                .isEqualTo(json(served.get("/v1/config")).path("revision"));
        assertThat(effective(served, "").at("/keys/fetch_timeout/value").asInt())
                .isEqualTo(1);
    }

    @Test
    void theZoneOfTheServiceAppliesWhereNoneIsAskedFor() {
        Backend backend = StandIns.backend();
        Backend inEast = new Backend(
                backend.decisions(),
                backend.catalogue(),
                backend.registrations(),
                backend.networkLists(),
                backend.switches(),
                backend.configuration(),
                "east",
                backend.schemas(),
                backend.version());
        try (Served east = new Served(inEast, Keys.notAsked())) {
            east.put("/v1/config/east", "{\"fetch_timeout\":2}");
            east.put("/v1/config/west", "{\"fetch_timeout\":3}");

            assertThat(effective(east, "?node=n@h")
                            .at("/keys/fetch_timeout/value")
                            .asInt())
                    .isEqualTo(2);
            assertThat(effective(east, "?node=n@h&zone=west")
                            .at("/keys/fetch_timeout/value")
                            .asInt())
                    .isEqualTo(3);
        }
    }

    @Test
    void aDocumentInARequestIsReadAndNothingIsWritten() {
        HttpResponse<String> response = served.post(
                "/v1/config/resolve",
                "{\"document\":{\"default\":{\"a\":\"yes\"}},\"key\":\"a\",\"reader\":\"is_true\",\"default\":true}");

        assertThat(json(response).get("value").asBoolean()).isFalse();
        assertThat(Schemas.shipped().violations("config-resolve-response", json(response), "#"))
                .isEmpty();
        assertThat(json(served.get("/v1/config")).path("sections")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'key':'a','reader':'raw'}                                 | #
            {'document':{},'key':[],'reader':'raw'}                    | #/key
            {'document':{},'key':'a','reader':'float'}                 | #/reader
            {'document':{'default':1},'key':'a','reader':'raw'}        | #/document/default
            {'document':{},'key':'a','reader':'raw','nod':'x'}         | #/nod
            """)
    void aQuestionThatCannotBeMeantIsRefused(String question, String pointer) {
        HttpResponse<String> refused = served.post("/v1/config/resolve", question.replace('\'', '"'));

        assertProblem(refused, 422, "invalid-request");
        assertThat(json(refused).at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }
}
