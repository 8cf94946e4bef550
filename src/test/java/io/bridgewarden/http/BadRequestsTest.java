package io.bridgewarden.http;

import static io.bridgewarden.http.FrontEndTest.assertProblem;
import static io.bridgewarden.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong gets the answer that says so, and the server goes on. */
class BadRequestsTest {
    private static final String BRIDGE = "/v1/decisions/bridge";
    private static final String HEAD =
            "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n".formatted(BRIDGE);
    private static final String CLOSE = "Connection: close\r\n";
    private static Served served;

    @BeforeAll
    static void serve() {
        served = Served.open();
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @AfterEach
    void stillAnswersTheNext() {
        assertThat(served.post(BRIDGE, "{}").statusCode()).isEqualTo(200);
    }

    static List<Arguments> bodies() {
        return List.of(
                Arguments.of("nothing", "", 400, "malformed-request", "#", "empty"),
                Arguments.of("blanks", " \n", 400, "malformed-request", "#", "empty"),
                Arguments.of("words", "hello", 400, "malformed-request", "#", "not-json"),
                Arguments.of("half a document", "{\"a\":[1,", 400, "malformed-request", "#/a/1", "not-json"),
                Arguments.of("two documents", "{}{}", 400, "malformed-request", "#", "trailing-text"),
                Arguments.of("a trailing comma", "{\"a\":1,}", 400, "malformed-request", "#/a", "not-json"),
                Arguments.of(
                        "a member twice",
                        "{\"a\":{\"b\":1,\"b\":2}}",
                        400,
                        "malformed-request",
                        "#/a/b",
                        "duplicate-member"),
                Arguments.of("a list", "[]", 422, "invalid-request", "#", "type"),
                Arguments.of("a text", "\"a\"", 422, "invalid-request", "#", "type"),
                Arguments.of("null", "null", 422, "invalid-request", "#", "type"),
                Arguments.of(
                        "a long text",
                        "{\"a\":\"" + "x".repeat(100_000) + "\"}",
                        422,
                        "invalid-request",
                        "#/a",
                        "too-long"),
                Arguments.of(
                        "many levels", "[".repeat(100_000), 422, "invalid-request", "#" + "/0".repeat(64), "too-deep"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void namesThePlaceInABadBody(String what, String body, int status, String type, String pointer, String code) {
        HttpResponse<String> response = served.post(BRIDGE, body);

        assertProblem(response, status, type);
        assertThat(json(response).at("/errors/0/code").asText()).isEqualTo(code);
        assertThat(json(response).at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(json(response).at("/errors/0/detail").asText()).isNotBlank().doesNotContain("com.fasterxml", "java");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        HttpResponse<String> response = served.post(BRIDGE, new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'});

        assertProblem(response, 400, "malformed-request");
        assertThat(json(response).at("/errors/0/code").asText()).isEqualTo("not-utf-8");
    }

    @Test
    void readsABodyAsLongAsTheLimit() {
        String start = "{\"a\":\"b\"";
        String body = start + " ".repeat(Body.LIMIT - start.length() - 1) + "}";

        assertThat(served.post(BRIDGE, body).statusCode()).isEqualTo(200);
        assertProblem(served.post(BRIDGE, body + " "), 413, "request-too-large");
    }

    @Test
    void refusesAMebibyteOfText() {
        HttpResponse<String> response = served.post(BRIDGE, "{\"a\":\"" + "x".repeat(1 << 20) + "\"}");

        assertProblem(response, 413, "request-too-large");
        assertThat(json(response).get("detail").asText()).isEqualTo("a body has at most 1048576 bytes");
    }

    @Test
    void answersWhoSendsFarTooMuchOfUnsaidLength() {
        var chunks = BodyPublishers.ofInputStream(() -> new Endless(5 << 20));
        var request =
                served.to(BRIDGE).header("Content-Type", "application/json").POST(chunks);

        assertProblem(served.send(request), 413, "request-too-large");
    }

    @Test
    void hangsUpOnWhoNeverStops() throws Exception {
        try (Socket socket = served.socket()) {
            OutputStream out = socket.getOutputStream();
            out.write((HEAD + "Transfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);

            assertThat(chunksTaken(out, chunk, 10_000)).isLessThan(10_000);
        }
    }

    private static int chunksTaken(OutputStream out, byte[] chunk, int most) throws IOException {
        for (int taken = 0; taken < most; taken++) {
            try {
                out.write(chunk);
            } catch (SocketException e) {
                return taken;
            }
        }
        return most;
    }

    @Test
    void letsGoOfWhoHangsUpHalfWay() throws Exception {
        try (Socket socket = served.socket()) {
            socket.getOutputStream()
                    .write((HEAD + "Content-Length: 1000\r\n\r\n{\"a\":").getBytes(StandardCharsets.US_ASCII));
        }
        try (Socket socket = served.socket()) {
            socket.getOutputStream().write("POST /v1/dec".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void answersPipelinedRequestsInTheirOrder() throws Exception {
        String one = HEAD + "Content-Length: 7\r\n\r\n{\"n\":1}";
        String two = "GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String three = HEAD + CLOSE + "Content-Length: 7\r\n\r\n{\"n\":3}";

        String answers = served.raw(one + two + three);

        assertThat(answers)
                .containsPattern(
                        Pattern.compile("200 OK.*\"n\":1.*404 Not Found.*/nowhere.*200 OK.*\"n\":3", Pattern.DOTALL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HELLO\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nBad Header\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
                "POST /v1/decisions/bridge HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
                "POST /v1/decisions/bridge HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "POST /v1/decisions/bridge HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n",
            })
    void hangsUpOnWhatIsNotHttp(String text) throws Exception {
        String answer = served.raw(text);

        assertThat(answer).matches("(?s)|HTTP/\\d\\.\\d (400|501) .*");
        assertThat(answer).doesNotContain("Exception", "netty");
    }

    @Test
    void refusesLongRequestLinesAndHeaders() throws Exception {
        String line = served.raw("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n");
        String header = served.raw("GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(20_000) + "\r\n\r\n");

        assertThat(line).contains(" 414 ").contains("\"/problems/uri-too-long\"");
        assertThat(header).contains(" 431 ").contains("\"/problems/headers-too-large\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/registrations/%zz",
                "/v1/rules/%",
                "/v1/rules?a=%zz",
                "/v1/rules/%ff%fe",
                "/%2e%2e/%2e%2e/etc",
                "/../../etc/passwd"
            })
    void refusesOddPaths(String path) throws Exception {
        String answer = served.raw("GET " + path + " HTTP/1.1\r\nHost: a\r\n" + CLOSE + "\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*").contains("application/problem+json");
    }

    @Test
    void expectsAsHttpDoes() throws Exception {
        String expecting = served.raw(HEAD + CLOSE + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n{}");
        String other = served.raw(HEAD + CLOSE + "Expect: wonders\r\nContent-Length: 2\r\n\r\n{}");
        String tooMuch = served.raw(HEAD + CLOSE + "Expect: 100-continue\r\nContent-Length: 99999999\r\n\r\n");

        assertThat(expecting).startsWith("HTTP/1.1 100 Continue").contains("200 OK");
        assertThat(other).startsWith("HTTP/1.1 417 ");
        assertThat(tooMuch).startsWith("HTTP/1.1 413 ");
    }

    /** Blanks without end, or so the reader must think. */
    private static final class Endless extends InputStream {
        private int left;

        Endless(int length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }
    }
}
