package io.bridgewarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Schemas;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that change while a service decides by them, over a socket. */
class ServedLiveRulesTest {
    private static final String RULE = "bridge: reach a loopback";
    private static final String REQUEST = """
            { "endpoints": [ { "Invite-Format": "loopback", "Route": "9" } ] }
            """;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Path file;
    private String text;
    private Running service;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        Path bridge = Files.createDirectory(folder.resolve("bridge"));
        try (Stream<Path> shipped = Files.list(Path.of("rules/bridge"))) {
            for (Path it : shipped.filter(Files::isRegularFile).toList()) {
                Files.copy(it, bridge.resolve(it.getFileName()));
            }
        }
        file = bridge.resolve("reachability.drl");
        text = Files.readString(file);
        ServiceOptions options = new ServiceOptions();
        options.rules = folder;
        service = Running.of(Service.following(options));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    /** An answer: by which revision, and by which rule that revision knows. */
    private record Seen(int status, String revision, String rule) {
        static Seen of(HttpResponse<String> response) {
            JsonNode answer = Json.read(response.body().getBytes(StandardCharsets.UTF_8));
            return new Seen(
                    response.statusCode(),
                    answer.at("/rulebook/revision").asText(),
                    answer.at("/result/legs/0/rule").asText());
        }
    }

    @Test
    void switchesAtOnceAndFailsNoDecisionUnderLoad() throws Exception {
        List<String> revisions = new ArrayList<>(List.of(revision()));
        List<CompletableFuture<List<Seen>>> callers =
                IntStream.range(0, 4).mapToObj(it -> caller()).toList();

        for (int i = 1; i <= 3; i++) {
            write(renamed(i));
            String before = revisions.get(i - 1);
            await(() -> !revision().equals(before));
            revisions.add(revision());
        }
        write("broken");
        await(() -> ready().path("status").asText().equals("STALE"));
        write(renamed(4));
        await(() -> !revision().equals(revisions.get(3)));
        revisions.add(revision());
        loaded = false;

        for (CompletableFuture<List<Seen>> caller : callers) {
            List<Seen> seen = caller.join();
            List<Integer> order = new ArrayList<>();
            for (Seen it : seen) {
                int number = revisions.indexOf(it.revision());
                assertThat(it).isEqualTo(new Seen(200, it.revision(), number == 0 ? RULE : RULE + " " + number));
                order.add(number);
            }
            assertThat(order).isSorted().contains(0, 1, 2, 3, 4);
        }
    }

    private volatile boolean loaded = true;

    private CompletableFuture<List<Seen>> caller() {
        return CompletableFuture.supplyAsync(
                () -> {
                    List<Seen> seen = new ArrayList<>();
                    while (loaded) {
                        seen.add(Seen.of(post("/v1/decisions/bridge", REQUEST)));
                    }
                    seen.add(Seen.of(post("/v1/decisions/bridge", REQUEST)));
                    return seen;
                },
                task -> new Thread(task, "caller").start());
    }

    @Test
    void saysItIsStaleSinceWhenAndWhereAndThatItIsNoMore() throws Exception {
        String before = revision();
        Instant start = Instant.now();

        write(text.replace("format == \"loopback\"", "formt == \"loopback\""));
        await(() -> ready().path("status").asText().equals("STALE"));

        JsonNode rules = get("/v1/rules");
        assertThat(rules.path("status").asText()).isEqualTo("STALE");
        assertThat(Schemas.shipped().violations("rules", rules, "#")).isEmpty();
        for (JsonNode document : List.of(ready(), rules)) {
            assertThat(document.path("revision").asText()).isEqualTo(before);
            assertThat(Instant.parse(document.at("/stale/since").asText())).isBetween(start, Instant.now());
            JsonNode problem = document.at("/stale/problems/0");
            assertThat(problem.path("file").asText()).isEqualTo("bridge/reachability.drl");
            assertThat(problem.path("line").asInt()).isEqualTo(line("format == \"loopback\""));
            assertThat(problem.path("column").asInt()).isEqualTo(15);
            assertThat(problem.path("message").asText()).contains("formt");
        }
        assertThat(Seen.of(post("/v1/decisions/bridge", REQUEST))).isEqualTo(new Seen(200, before, RULE));

        write(text);
        await(() -> ready().path("status").asText().equals("ready"));

        assertThat(ready().has("stale")).isFalse();
        assertThat(get("/v1/rules").path("status").asText()).isEqualTo("current");
    }

    @Test
    void putsNoRulesInForceThatFailACaseAndSaysWhichAndWhere() throws Exception {
        Path cases = Files.createDirectory(file.resolveSibling("cases"));
        Files.writeString(cases.resolve("mine.json"), """
                { "cases": [
                    { "rule": "%s", "because": "it shows", "hit": true,
                      "request": { "endpoints": [] } } ] }
                """.formatted(RULE));
        await(() -> ready().path("status").asText().equals("STALE"));

        assertThat(ready().at("/stale/problems")).hasToString("""
                [{"code":"unusable","file":"bridge/cases/mine.json","line":2,"column":73,\
                "message":"case `it shows`: `bridge: reach a loopback` should fire, and did not"}]\
                """);
    }

    @Test
    void goesBackAndForthAmongRevisions() throws Exception {
        String first = revision();
        write(renamed(1));
        await(() -> !revision().equals(first));
        String second = revision();

        JsonNode back = json(send(request("/v1/rules/rollback").POST(BodyPublishers.noBody())));
        assertThat(Schemas.shipped().violations("rule-revisions", back, "#")).isEmpty();
        assertThat(back.at("/revisions/0/revision").asText()).isEqualTo(first);
        assertThat(back.at("/revisions/0/in_force").asBoolean()).isTrue();
        assertThat(back.at("/revisions/1/revision").asText()).isEqualTo(second);
        assertThat(back.at("/revisions/1/in_force").asBoolean()).isFalse();
        assertThat(Seen.of(post("/v1/decisions/bridge", REQUEST))).isEqualTo(new Seen(200, first, RULE));

        String shortened = second.substring(0, "sha256:".length() + 12);
        HttpResponse<String> forth = post("/v1/rules/activate", "{\"revision\":\"%s\"}".formatted(shortened));
        assertThat(forth.statusCode()).isEqualTo(200);
        assertThat(Seen.of(post("/v1/decisions/bridge", REQUEST))).isEqualTo(new Seen(200, second, RULE + " 1"));
        assertThat(get("/v1/rules/revisions")).isEqualTo(json(forth));
    }

    @Test
    void countsHowOftenARuleFired() throws Exception {
        post("/v1/decisions/bridge", REQUEST);
        post("/v1/decisions/bridge", REQUEST);

        JsonNode rule = get("/v1/rules/bridge/" + RULE.replace(" ", "%20"));

        assertThat(rule.path("times_fired").asInt()).isEqualTo(2);
    }

    @Test
    void refusesDecisionsItHasNoRulesOf() {
        String request =
                Schemas.shipped().schema("fax-request").at("/examples/0").toString();

        HttpResponse<String> response = post("/v1/decisions/fax", request);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
        assertThat(json(response).path("detail").asText()).isEqualTo("no rules of `fax` are in force");
    }

    private String renamed(int number) {
        return text.replace("\"" + RULE + "\"", "\"%s %d\"".formatted(RULE, number));
    }

    private void write(String changed) throws IOException {
        Files.writeString(file, changed);
    }

    private int line(String words) {
        return (int) text.substring(0, text.indexOf(words)).lines().count();
    }

    private String revision() {
        return ready().path("revision").asText();
    }

    private JsonNode ready() {
        return get("/health/ready");
    }

    private JsonNode get(String path) {
        HttpResponse<String> response = send(request(path));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response);
    }

    private HttpResponse<String> post(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.uri(path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Json.read(response.body().getBytes(StandardCharsets.UTF_8));
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("it took too long").isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
