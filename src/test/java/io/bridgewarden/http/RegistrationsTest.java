package io.bridgewarden.http;

import static io.bridgewarden.http.FrontEndTest.assertProblem;
import static io.bridgewarden.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationsTest {
    private static final String ALICE = "/v1/registrations/alice@acme.example";
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
        String body = "{\"contacts\":[{\"contact\":\"<sip:alice@192.0.2.7>\",\"expires\":360,"
                + "\"registered_at\":\"2026-01-15T10:00:00Z\",\"proxy_path\":\"sip:192.0.2.1\",\"proxy_protocol\":\"udp\","
                + "\"zone\":\"east\"}]}";
        String kept = "{\"aor\":\"alice@acme.example\"," + body.substring(1);

        HttpResponse<String> put = served.put(ALICE, body);

        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(put.body()).isEqualTo(kept);
        assertThat(served.get(ALICE).body()).isEqualTo(kept);
        assertThat(served.get("/v1/registrations/alice%40ACME.example").body()).isEqualTo(kept);
    }

    @Test
    void takesBackWhatItGives() {
        served.put(ALICE, "{\"contacts\":[{\"contact\":\"sip:alice@192.0.2.7\",\"expires\":360,\"age\":30}]}");
        String given = served.get(ALICE).body();

        assertThat(served.put(ALICE, given).body()).isEqualTo(given);
    }

    @Test
    void countsFromTheInstantABindingLapses() {
        served.put(
                ALICE,
                "{\"contacts\":[{\"contact\":\"sip:a@192.0.2.7\",\"expires_at\":\"2999-01-01T00:00:00.5+01:00\"},"
                        + "{\"contact\":\"sip:a@192.0.2.8\",\"expires_at\":\"1999-01-01T00:00:00Z\"}]}");

        var contacts = json(served.get(ALICE)).get("contacts");

        var later = java.time.Instant.parse(contacts.at("/0/registered_at").asText());
        assertThat(later.plusSeconds(contacts.at("/0/expires").asLong())).isEqualTo("2998-12-31T23:00:00.5Z");
        assertThat(later).isBeforeOrEqualTo(java.time.Instant.now());
        // Lapsed, not ended by its device, so that an allowance after expiry still counts.
        assertThat(contacts.at("/1/expires").asLong()).isEqualTo(1);
        assertThat(contacts.at("/1/registered_at").asText()).isEqualTo("1998-12-31T23:59:59Z");
    }

    @Test
    void forgetsWhatIsDeleted() {
        served.put(ALICE, "{\"contacts\":[{\"contact\":\"sip:alice@192.0.2.7\",\"expires\":360}]}");

        HttpResponse<String> deleted = served.method("DELETE", ALICE);

        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertProblem(served.get(ALICE), 404, "not-found");
        assertThat(served.method("DELETE", ALICE).statusCode()).isEqualTo(204);
    }

    @Test
    void putsManyAtOnceOrNone() {
        String good =
                "{\"username\":\"alice\",\"realm\":\"acme.example\",\"contact\":\"sip:a@192.0.2.7\",\"expires\":60}";
        String bad = good.replace("\"expires\"", "\"expiry\"").replace("alice", "bob");

        HttpResponse<String> refused =
                served.post("/v1/registrations", "{\"registrations\":[" + good + "," + bad + "]}");

        assertProblem(refused, 422, "invalid-request");
        assertThat(refused.body()).contains("#/registrations/1");
        assertProblem(served.get(ALICE), 404, "not-found");

        assertThat(served.post("/v1/registrations", "{\"registrations\":[" + good + "]}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(json(served.get(ALICE)).get("contacts")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'contacts':[{'contact':'sip:a@192.0.2.7'}]}              | #/contacts/0",
                "{'contacts':[{'contact':7,'expires':60}]}                 | #/contacts/0/contact",
                "{'contact':'sip:a@192.0.2.7'}                             | #/contact",
                "{'aor':'bob@acme.example','contacts':[]}                  | #/aor",
            },
            quoteCharacter = '"')
    void namesThePlaceOfAMistake(String body, String pointer) {
        HttpResponse<String> response = served.put(ALICE, body.replace('\'', '"'));

        assertProblem(response, 422, "invalid-request");
        assertThat(json(response).get("errors").findValuesAsText("pointer")).contains(pointer);
    }

    @ParameterizedTest
    @CsvSource({"alice", "@acme.example", "alice@"})
    void refusesWhatIsNoAddressOfRecord(String aor) {
        assertProblem(served.get("/v1/registrations/" + aor), 400, "bad-parameter");
    }

    @Test
    void readsUsersOfAnySpelling() {
        String odd = "/v1/registrations/" + "a%2Fb%20%C3%BC%40x@acme.example";

        served.put(odd, "{\"contacts\":[{\"contact\":\"sip:a@192.0.2.7\",\"expires\":60}]}");

        assertThat(json(served.get(odd)).get("aor").asText()).isEqualTo("a/b ü@x@acme.example");
    }
}
