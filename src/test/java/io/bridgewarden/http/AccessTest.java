package io.bridgewarden.http;

import static io.bridgewarden.http.FrontEndTest.assertProblem;
import static io.bridgewarden.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private static final Map<Role, String> KEYS = new LinkedHashMap<>();
    private static Served served;

    @BeforeAll
    static void serve() {
        List<Keys.Entry> entries = Arrays.stream(Role.values())
                .map(role -> {
                    String key = Keys.random();
                    KEYS.put(role, key);
                    return new Keys.Entry(role.word() + "-client", Keys.digest(key), EnumSet.of(role));
                })
                .toList();
        served = new Served(StandIns.backend(), Keys.of(entries));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | /v1/decisions/bridge         | DECIDE        | 200",
                "POST   | /v1/decisions/bridge/batch   | DECIDE        | 422",
                "GET    | /v1/rules                    | READ          | 200",
                "HEAD   | /v1/rules                    | READ          | 200",
                "GET    | /v1/rules/bridge             | READ          | 200",
                "GET    | /v1/rules/bridge/none        | READ          | 404",
                "GET    | /v1/rules/revisions          | READ          | 200",
                "POST   | /v1/rules/activate           | RULES         | 422",
                "POST   | /v1/rules/rollback           | RULES         | 409",
                "GET    | /v1/registrations/a@b        | READ          | 404",
                "PUT    | /v1/registrations/a@b        | REGISTRATIONS | 422",
                "DELETE | /v1/registrations/a@b        | REGISTRATIONS | 204",
                "POST   | /v1/registrations            | REGISTRATIONS | 422",
                "GET    | /v1/acl                      | READ          | 200",
                "GET    | /v1/acl/trusted              | READ          | 404",
                "GET    | /v1/acl/trusted/a            | READ          | 404",
                "PUT    | /v1/acl/trusted/a            | ACL           | 422",
                "DELETE | /v1/acl/trusted/a            | ACL           | 404",
                "GET    | /v1/config                   | READ          | 200",
                "GET    | /v1/config/effective         | READ          | 200",
                "GET    | /v1/config/east              | READ          | 404",
                "PUT    | /v1/config/east              | CONFIG        | 200",
                "PATCH  | /v1/config/east              | CONFIG        | 200",
                "DELETE | /v1/config/east              | CONFIG        | 204",
                "POST   | /v1/config/resolve           | DECIDE        | 422",
                "DELETE | /v1/host-names               | ACL           | 204",
            })
    void opensEachDoorToOneRoleAlone(String method, String path, Role role, int status) {
        for (Role other : Role.values()) {
            HttpResponse<String> response = as("Bearer " + KEYS.get(other), method, path);

            assertThat(response.statusCode()).as(other.word()).isEqualTo(other == role ? status : 403);
            if (other != role && !method.equals("HEAD")) {
                assertProblem(response, 403, "forbidden");
                assertThat(json(response).get("detail").asText())
                        .isEqualTo("key `%s-client` lacks the role `%s`".formatted(other.word(), role.word()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer bw_wrong", "Basic YTpi", "bw_wrong", "Bearer \u00e9"})
    void asksForAKeyItKnows(String authorization) {
        HttpResponse<String> response = as(authorization, "POST", "/v1/decisions/bridge");

        assertProblem(response, 401, "unauthorized");
        assertThat(response.headers().firstValue("www-authenticate")).hasValue("Bearer realm=\"bridgewarden\"");
        assertThat(response.body()).doesNotContain("wrong");
    }

    @Test
    void asksForAKeyWhereThereIsNone() {
        assertProblem(served.post("/v1/decisions/bridge", "{}"), 401, "unauthorized");
        assertProblem(served.get("/v1/rules"), 401, "unauthorized");
    }

    @Test
    void looksAtTheKeyBeforeAnythingElse() {
        assertProblem(served.post("/v1/decisions/none?what=1", "not json"), 401, "unauthorized");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/health/live",
                "/health/ready",
                "/openapi.json",
                "/problems/forbidden",
                "/schemas/problem.schema.json"
            })
    void leavesOpenWhatTellsNothingOfCalls(String path) {
        assertThat(served.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void takesTheSchemeInAnyCase() {
        assertThat(as("bearer " + KEYS.get(Role.DECIDE), "POST", "/v1/decisions/bridge")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void letsNobodyOverrideConfigurationWithoutTheRoleForIt() {
        String both = Keys.random();
        Keys keys = Keys.of(List.of(new Keys.Entry("lab", Keys.digest(both), EnumSet.of(Role.DECIDE, Role.WHAT_IF))));
        try (Served lab = new Served(StandIns.backend(), keys)) {
            var request = lab.to("/v1/decisions/bridge")
                    .header("Authorization", "Bearer " + both)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}"));

            assertThat(mayOverride(lab.send(request))).isTrue();
        }
        assertThat(mayOverride(as("Bearer " + KEYS.get(Role.DECIDE), "POST", "/v1/decisions/bridge")))
                .isFalse();
    }

    private static boolean mayOverride(HttpResponse<String> response) {
        return json(response).at("/result/options/mayOverrideConfig").asBoolean();
    }

    private static HttpResponse<String> as(String authorization, String method, String path) {
        return served.send(served.to(path)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(method.startsWith("P") ? "{}" : "")));
    }
}
