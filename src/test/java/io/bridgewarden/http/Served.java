package io.bridgewarden.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.documents.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A front end that listens, and its clients. */
final class Served implements AutoCloseable {
    private final FrontEnd frontEnd;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    Served(Backend backend, Keys keys) {
        frontEnd = FrontEnd.start(backend, keys, "127.0.0.1", 0);
    }

    static Served open() {
        return new Served(StandIns.backend(), Keys.notAsked());
    }

    FrontEnd frontEnd() {
        return frontEnd;
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + frontEnd.port() + path))
                .timeout(Duration.ofSeconds(30));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(request.build() + " got no answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(to(path));
    }

    HttpResponse<String> method(String method, String path) {
        return send(to(path).method(method, BodyPublishers.noBody()));
    }

    HttpResponse<String> post(String path, String body) {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String path, byte[] body) {
        return send(to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> put(String path, String body) {
        return send(to(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    Socket socket() throws IOException {
        Socket socket = new Socket("127.0.0.1", frontEnd.port());
        socket.setSoTimeout(30_000);
        return socket;
    }

    /** Sends this as it stands, and reads all that comes back until the server hangs up. */
    String raw(String text) throws IOException {
        try (Socket socket = socket()) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return all(socket.getInputStream());
        }
    }

    static String all(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.read(response.body().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        frontEnd.close();
    }
}
