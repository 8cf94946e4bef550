package io.bridgewarden.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A running service, told and asked over HTTP. */
final class Remote {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:BRIDGEWARDEN_URL:-http://127.0.0.1:8080}",
            description = "Where the service listens. Default: http://127.0.0.1:8080. Environment: BRIDGEWARDEN_URL.")
    String url = "http://127.0.0.1:8080";

    @Option(
            names = "--key",
            paramLabel = "KEY",
            defaultValue = "${env:BRIDGEWARDEN_KEY}",
            description = "The key it asks for, if it does. Better given in the environment, since command lines are "
                    + "seen by others: BRIDGEWARDEN_KEY.")
    @Nullable
    String key;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    /**
     * Asks for something.
     *
     * @return empty if there is no such thing
     * @throws CommandFailure if it is refused, or nobody answers
     */
    Optional<JsonNode> get(String... path) {
        HttpResponse<byte[]> response = send("GET", null, path);
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(read(response));
    }

    /** @throws CommandFailure as {@link #get} */
    JsonNode put(JsonNode body, String... path) {
        return read(send("PUT", body, path));
    }

    /**
     * Changes something by a JSON merge patch.
     *
     * @param revision what it has to be the revision of; null: there has to be nothing yet
     * @throws CommandFailure as {@link #get}
     */
    JsonNode patch(JsonNode patch, @Nullable String revision, String... path) {
        HttpRequest.Builder request = request("PATCH", uri("", path), patch);
        if (revision == null) {
            request.setHeader("If-None-Match", "*");
        } else {
            request.setHeader("If-Match", "\"" + revision + "\"");
        }
        return read(send(request));
    }

    /**
     * Every configuration key as it holds.
     *
     * @throws CommandFailure as {@link #get}
     */
    JsonNode effective(@Nullable String node, @Nullable String zone) {
        String query = Stream.of(parameter("node", node), parameter("zone", zone))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&"));
        return read(send("GET", uri(query.isEmpty() ? "" : "?" + query, "v1", "config", "effective"), null));
    }

    private static Optional<String> parameter(String name, @Nullable String value) {
        return Optional.ofNullable(value).map(it -> name + "=" + URLEncoder.encode(it, StandardCharsets.UTF_8));
    }

    /** @throws CommandFailure as {@link #get}; also if there is no such thing */
    void delete(String... path) {
        HttpResponse<byte[]> response = send("DELETE", null, path);
        if (response.statusCode() != 204) {
            throw refused(response);
        }
    }

    /**
     * Asks for a decision, with the rules that fired.
     *
     * @throws CommandFailure as {@link #get}
     */
    JsonNode decide(String decision, JsonNode request) {
        return read(send("POST", uri("?explain=rules", "v1", "decisions", decision), request));
    }

    private HttpResponse<byte[]> send(String method, @Nullable JsonNode body, String... path) {
        return send(method, uri("", path), body);
    }

    private HttpResponse<byte[]> send(String method, URI uri, @Nullable JsonNode body) {
        return send(request(method, uri, body));
    }

    private HttpRequest.Builder request(String method, URI uri, @Nullable JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(ANSWER)
                .header("Accept", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(Json.write(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (key != null && !key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        return request;
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new CommandFailure(
                    "no service answers at `%s`; start it, or say where it listens by `--url`".formatted(url));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted before `%s` answered".formatted(url));
        }
    }

    private URI uri(String query, String... path) {
        String encoded = Arrays.stream(path)
                .map(it -> URLEncoder.encode(it, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
        try {
            URI uri = URI.create(url.replaceFirst("/+$", "") + "/" + encoded + query);
            if ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Told below, as any other text that is no URL to ask.
        }
        throw new CommandFailure("`--url %s` is no URL such as http://127.0.0.1:8080".formatted(url));
    }

    private JsonNode read(HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            throw refused(response);
        }
        try {
            return Json.read(response.body());
        } catch (ProblemException e) {
            throw new CommandFailure("what answers at `%s` is no bridgewarden".formatted(url));
        }
    }

    private CommandFailure refused(HttpResponse<byte[]> response) {
        JsonNode problem;
        try {
            problem = Json.read(response.body());
        } catch (ProblemException e) {
            return new CommandFailure(
                    "`%s` answers with status %d and no reason".formatted(url, response.statusCode()));
        }
        String errors = StreamSupport.stream(problem.path("errors").spliterator(), false)
                .map(it -> "\n  %s: %s"
                        .formatted(
                                it.path("pointer").asText(), it.path("detail").asText()))
                .collect(Collectors.joining());
        String detail = problem.path("detail").asText("");
        return new CommandFailure(
                problem.path("title").asText("refused") + (detail.isEmpty() ? "" : ": " + detail) + errors);
    }
}
