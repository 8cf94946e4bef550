package io.bridgewarden.http;

import static io.bridgewarden.http.FrontEndTest.assertProblem;
import static io.bridgewarden.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.documents.Schemas;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AclEditingTest {
    private static final String CARRIER = "/v1/acl/trusted/carrier%201";
    private static final String ALLOW = "{\"type\":\"allow\",\"cidr\":\"203.0.113.0/24\"}";
    private Served served;

    @BeforeEach
    void serve() {
        served = Served.open();
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void keepsWhatIsPutAndGivesItBack() {
        HttpResponse<String> put = served.put(
                CARRIER,
                "{\"type\":\"deny\",\"cidr\":[\"203.0.113.0/24\",\"2001:db8::/32\"],\"description\":\"carrier <one>\"}");

        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(put.body())
                .isEqualTo("{\"name\":\"carrier 1\",\"network-list-name\":\"trusted\",\"type\":\"deny\","
                        + "\"cidr\":[\"203.0.113.0/24\",\"2001:db8::/32\"],\"description\":\"carrier <one>\","
                        + "\"changed_at\":\"2026-01-15T10:00:00Z\",\"changed_by\":\"anyone\",\"notices\":[]}");
        assertThat(served.get(CARRIER).body()).isEqualTo(put.body());
        assertThat(served.put(CARRIER, put.body()).body()).isEqualTo(put.body());
    }

    @Test
    void holdsAtOnceInTheListAndInTheOverview() {
        assertProblem(served.get("/v1/acl/trusted"), 404, "not-found");

        served.put(CARRIER, ALLOW);

        JsonNode list = json(served.get("/v1/acl/trusted"));
        assertThat(list.toString())
                .isEqualTo("{\"name\":\"trusted\",\"default\":\"deny\",\"complete\":true,\"nodes\":["
                        + "{\"type\":\"allow\",\"cidr\":\"203.0.113.0/24\",\"entry\":\"carrier 1\",\"stale\":false,"
                        + "\"origin\":{\"source\":\"operator\",\"id\":\"anyone\"}}],\"notices\":[]}");
        assertThat(Schemas.shipped().violations("acl-list", list, "#")).isEmpty();
        JsonNode all = json(served.get("/v1/acl"));
        assertThat(all.findValuesAsText("name")).contains("trusted", "rfc1918.auto", "nat.auto");
        assertThat(Schemas.shipped().violations("acl-overview", all, "#")).isEmpty();
        assertThat(json(served.get("/v1/acl/wan.auto")).get("default").asText()).isEqualTo("allow");
    }

    @Test
    void forgetsWhatIsDeletedAndTheListWithItsLastEntry() {
        served.put(CARRIER, ALLOW);

        HttpResponse<String> deleted = served.method("DELETE", CARRIER);

        assertThat(deleted.statusCode()).isEqualTo(204);
        assertProblem(served.get(CARRIER), 404, "not-found");
        assertProblem(served.get("/v1/acl/trusted"), 404, "not-found");
        assertProblem(served.method("DELETE", CARRIER), 404, "not-found");
    }

    @Test
    void anEntryOfOneListIsNoneOfAnother() {
        served.put("/v1/acl/trusted/a", ALLOW);
        served.put("/v1/acl/authoritative/a", ALLOW.replace("allow", "deny"));

        assertThat(json(served.get("/v1/acl/trusted/a")).get("type").asText()).isEqualTo("allow");
        served.method("DELETE", "/v1/acl/trusted/a");
        assertThat(json(served.get("/v1/acl/authoritative/a")).get("type").asText())
                .isEqualTo("deny");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.77/24             | 203.0.113.0/24   | normal-form",
                "203.0.113.7                 | 203.0.113.7/32   | prefix-length-added",
                "2001:db8::7                 | 2001:db8::7/128  | prefix-length-added",
                "2001:DB8:0::1/64            | 2001:db8::/64    | normal-form",
                "::ffff:203.0.113.7          | 203.0.113.7/32   | prefix-length-added",
            })
    void saysThatABlockIsKeptInItsNormalForm(String cidr, String kept, String code) {
        JsonNode put = json(served.put(CARRIER, ALLOW.replace("203.0.113.0/24", cidr)));

        assertThat(put.get("cidr").asText()).isEqualTo(kept);
        assertThat(put.at("/notices/0/code").asText()).isEqualTo(code);
        assertThat(put.at("/notices/0/pointer").asText()).isEqualTo("#/cidr");
        assertThat(put.at("/notices/0/detail").asText()).contains("`" + cidr + "`", "`" + kept + "`");
        assertThat(put.at("/notices/0/left_out").asBoolean()).isFalse();
        assertThat(Schemas.shipped().violations("acl-entry", put, "#")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'cidr':'10.0.0.0/8'}                                                     | #",
                "{'type':'permit','cidr':'10.0.0.0/8'}                                     | #/type",
                "{'type':'allow'}                                                          | #",
                "{'type':'allow','cidr':[]}                                                | #/cidr",
                "{'type':'allow','cidr':10}                                                | #/cidr",
                "{'type':'allow','cidr':'10.0.0.0/33'}                                     | #/cidr",
                "{'type':'allow','cidr':'10.0.0.0/-1'}                                     | #/cidr",
                "{'type':'allow','cidr':'2001:db8::/129'}                                  | #/cidr",
                "{'type':'allow','cidr':['10.0.0.0/8','10.0.0.0/x']}                       | #/cidr/1",
                "{'type':'allow','cidr':'10.0.0.0/8x'}                                     | #/cidr",
                "{'type':'allow','cidr':'10.0.0.0/255.0.0.0'}                              | #/cidr",
                "{'type':'allow','cidr':'10.0.0.0/24/32'}                                  | #/cidr",
                "{'type':'allow','cidr':'8.8.8.8/0'}                                       | #/cidr",
                "{'type':'allow','cidr':'2001:db8::1/0'}                                   | #/cidr",
                "{'type':'allow','cidr':'0.0.0.0/32'}                                      | #/cidr",
                "{'type':'allow','cidr':'0.0.0.0'}                                         | #/cidr",
                "{'type':'allow','cidr':'300.1.1.1/8'}                                     | #/cidr",
                "{'type':'allow','cidr':'10.1/8'}                                          | #/cidr",
                "{'type':'allow','cidr':'203.0.113.300'}                                   | #/cidr",
                "{'type':'allow','cidr':'203.0.113.9:5060'}                                | #/cidr",
                "{'type':'allow','cidr':'sip.carrier.example:5060'}                        | #/cidr",
                "{'type':'allow','cidr':'10.0.0.0/8,192.0.2.0/24'}                         | #/cidr",
                "{'type':'allow','cidr':'not a block'}                                     | #/cidr",
                "{'type':'allow','cidr':'10.0.0.0/8','ports':5060}                         | #/ports",
                "{'type':'allow','cidr':'10.0.0.0/8','ports':[0]}                          | #/ports/0",
                "{'type':'allow','cidr':'10.0.0.0/8','ports':[65536]}                      | #/ports/0",
                "{'type':'allow','cidr':'10.0.0.0/8','ports':[1,2,3,4,5,6,7,8,9,10,11]}    | #/ports",
                "{'type':'allow','cidr':'10.0.0.0/8','port-min':5000}                      | #/port-min",
                "{'type':'allow','cidr':'10.0.0.0/8','port-min':6000,'port-max':5000}      | #/port-min",
                "{'type':'allow','cidr':'10.0.0.0/8','port':5060,'ports':[5061]}           | #/port",
                "{'type':'allow','cidr':'10.0.0.0/8','ports':[5060],'port-max':5999}       | #/ports",
                "{'type':'allow','cidr':'2001:db8::/32','ports':[5060]}                    | #",
                "{'type':'allow','cidr':'10.0.0.0/8','network-list-name':'other'}          | #/network-list-name",
                "{'type':'allow','cidr':'10.0.0.0/8','name':'other'}                       | #/name",
                "{'type':'allow','cidr':'10.0.0.0/8','prots':[5060]}                       | #/prots",
            })
    void refusesWhatCannotBeMeantAndKeepsWhatThereWas(String entry, String pointer) {
        served.put(CARRIER, ALLOW);
        String kept = served.get(CARRIER).body();

        HttpResponse<String> refused = served.put(CARRIER, entry.replace('\'', '"'));

        assertProblem(refused, 422, "invalid-request");
        assertThat(json(refused).get("errors").findValuesAsText("pointer")).contains(pointer);
        assertThat(served.get(CARRIER).body()).isEqualTo(kept);
    }

    @Test
    void refusesMoreHostNamesThanAreLookedUpAtOnce() {
        String names = IntStream.range(0, 101)
                .mapToObj(it -> "\"host-%d.example\"".formatted(it))
                .collect(Collectors.joining(","));

        HttpResponse<String> refused = served.put(CARRIER, ALLOW.replace("\"203.0.113.0/24\"", "[" + names + "]"));

        assertProblem(refused, 422, "invalid-request");
        assertThat(json(refused).at("/errors/0/code").asText()).isEqualTo("too-many-names");
    }

    @Test
    void tellsEveryMistakeOfAnEntryAtOnce() {
        HttpResponse<String> refused =
                served.put(CARRIER, "{\"type\":\"allow\",\"cidr\":[\"10.0.0.0/33\",\"8.8.8.8/0\"],\"port-min\":5000}");

        assertThat(json(refused).get("errors").findValuesAsText("pointer"))
                .containsExactly("#/cidr/0", "#/cidr/1", "#/port-min");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'ports':[5080,5060,5061]        | 'ports':[5060,5061,5080]",
                "'port':5060                     | 'ports':[5060]",
                "'port':5060,'ports':[5060,5061] | 'ports':[5060]",
                "'port-min':5000,'port-max':5999 | 'port-min':5000,'port-max':5999",
                "'port-max':5999                 | 'port-max':5999",
                "'ports':[]                      | ''",
            })
    void keepsPortsInTheirNormalForm(String written, String kept) {
        HttpResponse<String> put = served.put(CARRIER, ALLOW.replace("}", "," + written.replace('\'', '"') + "}"));

        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        assertThat(put.body())
                .contains(
                        "\"203.0.113.0/24\"," + (kept.equals("''") ? "" : kept.replace('\'', '"') + ",") + "\"changed");
        assertThat(served.put(CARRIER, put.body()).body()).isEqualTo(put.body());
    }

    @Test
    void keepsAHostNameAsItIsAndSaysThatItIsNotResolved() {
        JsonNode put = json(served.put(CARRIER, ALLOW.replace("203.0.113.0/24", "SIP.Carrier.example")));

        assertThat(put.get("cidr").asText()).isEqualTo("sip.carrier.example");
        assertThat(put.at("/notices/0/code").asText()).isEqualTo("name-not-resolved");
        assertThat(put.at("/notices/0/left_out").asBoolean()).isTrue();
        JsonNode list = json(served.get("/v1/acl/trusted"));
        assertThat(list.get("complete").asBoolean()).isFalse();
        assertThat(list.get("nodes")).isEmpty();
        assertThat(list.at("/notices/0/code").asText()).isEqualTo("name-not-resolved");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a%2Fb",
                "a%3Ab",
                "a%20b",
                "%24%24%7Bx%7D",
                "ü",
                "0123456789012345678901234567890123456789012345678901234567890123456789"
            })
    void refusesNamesOfListsThatASwitchWouldTakeForSomethingElse(String list) {
        assertProblem(served.put("/v1/acl/" + list + "/x", ALLOW), 400, "bad-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%20", "a%0Ab", "a%00b"})
    void refusesNamesOfEntriesThatNobodyCanRead(String name) {
        assertProblem(served.put("/v1/acl/trusted/" + name, ALLOW), 400, "bad-parameter");
    }

    @Test
    void putsNothingIntoTheListsThatEverySwitchHas() {
        HttpResponse<String> refused = served.put("/v1/acl/rfc1918.auto/x", ALLOW);

        assertProblem(refused, 409, "conflict");
        assertThat(json(served.get("/v1/acl/rfc1918.auto")).get("nodes")).hasSize(4);
    }

    @Test
    void changesAnEntryOnlyIfItIsWhatTheCallerHasRead() {
        String created = etag(send("PUT", "if-none-match", "*", ALLOW));
        assertThat(created).startsWith("\"sha256:").isEqualTo(etag(served.get(CARRIER)));
        String changed = etag(send("PUT", "if-match", created, ALLOW.replace("allow", "deny")));
        assertThat(changed).isNotEqualTo(created);

        assertProblem(send("PUT", "if-match", created, ALLOW), 412, "precondition-failed");
        assertProblem(send("PUT", "if-match", "W/" + changed, ALLOW), 412, "precondition-failed");
        assertProblem(send("PUT", "if-none-match", "*", ALLOW), 412, "precondition-failed");
        assertProblem(send("PUT", "if-none-match", "\"x\", " + changed, ALLOW), 412, "precondition-failed");
        assertProblem(send("DELETE", "if-match", created, ""), 412, "precondition-failed");
        assertProblem(send("PUT", "if-match", "unquoted", ALLOW), 400, "bad-parameter");
        assertThat(etag(served.get(CARRIER))).isEqualTo(changed);

        assertThat(send("PUT", "if-match", "\"other\" , " + changed, ALLOW).statusCode())
                .isEqualTo(200);
        assertThat(send("DELETE", "if-match", "*", "").statusCode()).isEqualTo(204);
        assertProblem(send("PUT", "if-match", "*", ALLOW), 412, "precondition-failed");
    }

    @Test
    void looksHostNamesUpAgainWhenTold() {
        assertThat(served.method("DELETE", "/v1/host-names").statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> send(String method, String header, String value, String body) {
        return served.send(served.to(CARRIER)
                .header("Content-Type", "application/json")
                .header(header, value)
                .method(method, BodyPublishers.ofString(body)));
    }

    private static String etag(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.headers().firstValue("etag").orElseThrow();
    }
}
