package io.bridgewarden.http;

import static io.bridgewarden.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DescriptionsTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    @Test
    void everyOperationIsDescribedWithItsRoleAndItsParametersAndNothingElseIs() {
        Backend backend = StandIns.backend();
        List<String> there = new ArrayList<>();
        for (Operation it : new Routes(backend, Keys.notAsked(), new Readiness()).operations()) {
            for (String path : paths(it.path(), backend.decisions().names())) {
                there.add(line(
                        it.method().name().toLowerCase(Locale.ROOT),
                        path,
                        it.role() == null ? "" : it.role().word(),
                        new TreeSet<>(it.parameters())));
            }
        }

        assertThat(described()).containsExactlyInAnyOrderElementsOf(there);
    }

    private static List<String> paths(String path, Set<String> decisions) {
        return path.startsWith("/v1/decisions/{decision}")
                ? decisions.stream().map(it -> path.replace("{decision}", it)).toList()
                : List.of(path);
    }

    private static List<String> described() {
        try (Served served = Served.open()) {
            JsonNode document = json(served.get("/openapi.json"));
            List<String> described = new ArrayList<>();
            document.path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().forEach(it -> {
                        if (METHODS.contains(it.getKey())) {
                            Set<String> queries = new TreeSet<>();
                            for (JsonNode parameter : it.getValue().path("parameters")) {
                                JsonNode whole = document.at(
                                        parameter.path("$ref").asText().substring(1));
                                if (whole.path("in").asText().equals("query")) {
                                    queries.add(whole.path("name").asText());
                                }
                            }
                            described.add(line(
                                    it.getKey(),
                                    path.getKey(),
                                    it.getValue().path("x-role").asText(),
                                    queries));
                        }
                    }));
            return described;
        }
    }

    private static String line(String method, String path, String role, Set<String> queries) {
        return "%s %s %s %s".formatted(method, path, role, queries);
    }
}
