package io.bridgewarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Pages of the documentation, followed to the letter from a fresh service: what they send is answered as they print it. */
class DocsExamplesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern REVISION = Pattern.compile("sha256:[0-9a-f]{8,}");

    /** What is another each time, or with each change of a rule. */
    private static final Set<String> VOLATILE = Set.of(
            "decision_id", "decided_at", "revision", "config_revision", "changed_at", "updated_at", "put_in_force_at");

    private static final Running SERVICE = Running.shared();

    /** A block of a page, and the one that follows it. */
    private record Step(String commands, Optional<Printed> printed) {}

    private record Printed(String language, String text) {}

    private static List<Step> steps(String page) throws IOException {
        List<Step> steps = new ArrayList<>();
        List<Printed> blocks = BLOCK.matcher(Files.readString(Path.of(page)))
                .results()
                .map(it -> new Printed(it.group(1), it.group(2)))
                .toList();
        for (int i = 0; i < blocks.size(); i++) {
            if (isCommand(blocks.get(i))) {
                boolean printed = i + 1 < blocks.size() && !isCommand(blocks.get(i + 1));
                steps.add(new Step(blocks.get(i).text(), printed ? Optional.of(blocks.get(i + 1)) : Optional.empty()));
            }
        }
        return steps;
    }

    private static boolean isCommand(Printed block) {
        return Set.of("sh", "console").contains(block.language());
    }

    @AfterEach
    void forget() throws Exception {
        for (String path : List.of(
                "/v1/registrations/alice@acme.example",
                "/v1/config/default",
                "/v1/config/east",
                "/v1/acl/authoritative/proxy-1",
                "/v1/acl/authoritative/proxy-2",
                "/v1/acl/trusted/carrier-1",
                "/v1/acl/trusted/spammer")) {
            CLIENT.send(HttpRequest.newBuilder(SERVICE.uri(path)).DELETE().build(), BodyHandlers.discarding());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "docs/acl.md",
                "docs/balance.md",
                "docs/channel.md",
                "docs/configuration.md",
                "docs/freeswitch.md",
                "docs/node.md",
                "docs/services.md"
            })
    void isAnsweredAsPrinted(String page) throws Exception {
        int answered = 0;
        for (Step step : steps(page)) {
            if (step.commands().startsWith("curl ")) {
                isAnswered(step);
                answered++;
            } else if (step.commands().startsWith("$BW acl ")) {
                String printed =
                        step.commands().lines().map(DocsExamplesTest::run).collect(Collectors.joining());
                assertThat(printed).isEqualTo(step.printed().orElseThrow().text());
            } else if (step.commands().startsWith("$ bridgewarden acl ")) {
                for (String command : step.commands().split("(?m)^\\$ ")) {
                    int end = command.indexOf('\n');
                    assertThat(end < 0 ? "" : run(command.substring(0, end))).isEqualTo(command.substring(end + 1));
                }
            }
        }
        assertThat(answered).isPositive();
    }

    /** What the command line prints for {@code NAME ARGUMENTS}, asked of the service. */
    private static String run(String command) {
        StringWriter out = new StringWriter();
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(out, true));
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.remove(0);
        arguments.addAll(List.of("--url", SERVICE.url()));
        int unused = commandLine.execute(arguments.toArray(String[]::new));
        return out.toString();
    }

    private static void isAnswered(Step step) throws Exception {
        HttpResponse<String> response = CLIENT.send(request(step.commands()), BodyHandlers.ofString());
        String said = step.commands() + "\n" + response.body();
        if (step.printed().isEmpty()) {
            assertThat(response.statusCode()).as(said).isBetween(200, 299);
            return;
        }
        Printed printed = step.printed().get();
        if (printed.language().equals("xml")) {
            assertThat(response.body()).isEqualToNormalizingWhitespace(printed.text());
            return;
        }
        // With `curl -i` the head is printed too.
        String text = printed.text().substring(Math.max(0, printed.text().lastIndexOf("\n\n")));
        JsonNode answer = comparable(Json.read(response.body().getBytes(StandardCharsets.UTF_8)));
        for (JsonNode document : documents(text)) {
            JsonNode expected = comparable(document);
            int status =
                    expected.path("status").isInt() ? expected.path("status").asInt() : 200;
            assertThat(response.statusCode()).as(said).isEqualTo(status);
            assertThat(parts(answer)).as(said).anyMatch(it -> shows(expected, it));
        }
    }

    private static HttpRequest request(String command) {
        String line = command.replace("\\\n", " ").replaceFirst("(?s)\\|\\s+jq .*", "");
        Iterator<String> words = WORD.matcher(line)
                .results()
                .map(it -> it.group(1) == null ? it.group(2) : it.group(1))
                .iterator();
        HttpRequest.Builder request = HttpRequest.newBuilder();
        String method = null;
        String body = null;
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "curl", "-s", "-si" -> {}
                case "-X" -> method = words.next();
                case "-H" -> {
                    String[] header = words.next().split(": ", 2);
                    request.setHeader(header[0], header[1]);
                }
                case "-d" -> body = words.next();
                default -> {
                    assertThat(word).startsWith("http://127.0.0.1:8080/");
                    request.uri(URI.create(word.replace("http://127.0.0.1:8080", SERVICE.url())));
                }
            }
        }
        if (body == null) {
            return request.build();
        }
        if (!command.contains("Content-Type")) {
            request.setHeader("Content-Type", "application/x-www-form-urlencoded");
        }
        return request.method(method == null ? "POST" : method, BodyPublishers.ofString(body))
                .build();
    }

    private static List<JsonNode> documents(String text) throws IOException {
        try (MappingIterator<JsonNode> documents =
                Json.mapper().readerFor(JsonNode.class).readValues(text)) {
            return documents.readAll();
        }
    }

    /** The document without what is another each time. */
    private static JsonNode comparable(JsonNode document) throws IOException {
        JsonNode copy =
                Json.mapper().readTree(REVISION.matcher(document.toString()).replaceAll("sha256:"));
        for (String member : VOLATILE) {
            copy.findParents(member).forEach(it -> ((ObjectNode) it).remove(member));
        }
        return copy;
    }

    /** The document and everything in it. */
    private static List<JsonNode> parts(JsonNode document) {
        List<JsonNode> parts = new ArrayList<>(List.of(document));
        document.forEach(it -> parts.addAll(parts(it)));
        return parts;
    }

    // A page may leave members out, with `jq` or without.
    private static boolean shows(JsonNode printed, JsonNode answer) {
        return printed.isObject() && answer.isObject()
                ? printed.properties().stream().allMatch(it -> shows(it.getValue(), answer.path(it.getKey())))
                : printed.equals(answer);
    }
}
