package io.bridgewarden.http;

import static io.bridgewarden.http.FrontEndTest.assertProblem;
import static io.bridgewarden.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.http.RuleDocuments.Rules;
import io.bridgewarden.rules.RuleProblem;
import io.bridgewarden.rules.RulesStatus;
import io.bridgewarden.rules.Stale;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleRevisionsTest {
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
    void listsTheRevisionsThatAreKept() {
        JsonNode revisions = json(served.get("/v1/rules/revisions"));

        assertThat(revisions).hasToString("""
                {"revisions":[{"revision":"%s","rules":1,"put_in_force_at":"2026-01-15T10:00:00Z","in_force":true}]}\
                """.formatted(StandIns.REVISION));
        assertThat(Schemas.shipped().violations("rule-revisions", revisions, "#"))
                .isEmpty();
    }

    @Test
    void putsARevisionInForceThatIsNamedByItsFirstDigits() {
        HttpResponse<String> response = served.post("/v1/rules/activate", "{\"revision\":\"sha256:abababababab\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).at("/revisions/0/revision").asText()).isEqualTo(StandIns.REVISION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'revision':'sha256:cccccccccccc'} | no revision `sha256:cccccccccccc` is kept; `GET /v1/rules/revisions` lists those that are",
                "{'revision':'sha256:abab'} | expected `sha256:` and at least twelve hexadecimal digits, found `sha256:abab`",
            },
            quoteCharacter = '"')
    void namesWhatIsWrongWithARevision(String body, String detail) {
        HttpResponse<String> response = served.post("/v1/rules/activate", body.replace('\'', '"'));

        assertProblem(response, 422, "invalid-request");
        assertThat(json(response).at("/errors/0/pointer").asText()).isEqualTo("#/revision");
        assertThat(json(response).at("/errors/0/detail").asText()).isEqualTo(detail);
    }

    @Test
    void goesBackWithoutBeingTold() {
        HttpResponse<String> response =
                served.send(served.to("/v1/rules/rollback").POST(BodyPublishers.noBody()));

        assertProblem(response, 409, "conflict");
        assertThat(json(response).get("detail").asText())
                .isEqualTo("no revision is kept that was in force before this one");
    }

    @Test
    void tellsAtMostAHundredProblemsAndHowManyThereAre() {
        List<RuleProblem> problems = Collections.nCopies(101, new RuleProblem("bridge/half.drl", 3, 1, "is broken"));
        Stale stale = new Stale(Instant.parse("2026-01-15T10:00:00Z"), null, problems);

        JsonNode document = Json.read(Json.write(Rules.of(
                new RulesStatus(StandIns.REVISION, List.of(), List.of(), Optional.of(stale)), List.of(), List.of())));

        assertThat(document.path("status").asText()).isEqualTo("STALE");
        assertThat(document.at("/stale/problem_count").asInt()).isEqualTo(101);
        assertThat(document.at("/stale/problems")).hasSize(100);
        assertThat(Schemas.shipped().violations("rules", document, "#")).isEmpty();
    }
}
