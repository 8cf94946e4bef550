package io.bridgewarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.documents.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands about configuration, and the files of one, with a whole service over a socket. */
class ConfigCommandTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String FILE = "{'default': {'fetch_timeout': 1, 'use_vlc': true}, 'east': {'use_vlc': false}}";

    @TempDir
    static Path folder;

    private static Path config;
    private static Running service;

    @TempDir
    Path other;

    @BeforeAll
    static void start() throws IOException {
        config = write(folder.resolve("ecallmgr.json"), FILE);
        ServiceOptions options = new ServiceOptions();
        options.config = config;
        options.data = folder.resolve("data");
        options.zone = "east";
        service = Running.of(Service.open(options));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void removeWhatWasWritten() throws Exception {
        for (JsonNode name : Json.mapper().valueToTree(List.of("default", "east", "n@h"))) {
            CLIENT.send(
                    HttpRequest.newBuilder(uri("/v1/config/" + name.asText()))
                            .DELETE()
                            .build(),
                    BodyHandlers.discarding());
        }
    }

    private record Ran(int code, String out, String err) {}

    private static Ran remote(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", service.url()));
        return run(all.toArray(String[]::new));
    }

    private static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = Stream.concat(Stream.of("config"), Stream.of(arguments)).toArray(String[]::new);
        return new Ran(commandLine.execute(all), out.toString(), err.toString());
    }

    private static Path write(Path file, String json) throws IOException {
        return Files.writeString(file, json.replace('\'', '"'));
    }

    private static URI uri(String path) {
        return service.uri(path);
    }

    private static JsonNode get(String path) throws Exception {
        return Json.read(CLIENT.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofByteArray())
                .body());
    }

    private static JsonNode json(String text) {
        return Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void showsTheDocumentAsItCouldBeWrittenToAFile() {
        Ran all = remote("show");
        Ran section = remote("show", "east");

        assertThat(json(all.out())).isEqualTo(json(FILE));
        assertThat(section.out()).isEqualTo("{\n  \"use_vlc\" : false\n}\n");
        assertThat(remote("show", "west").err()).contains("no section `west`; it has default, east");
    }

    @Test
    void showsEveryKeyAsItHoldsForANode() {
        Ran ran = remote("show", "--effective", "--node", "n@h");

        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines().map(it -> it.replaceAll(" +", " ")))
                .contains("KEY VALUE UNIT FROM RULES", "fetch_timeout 1 ms default 1", "sofia_conf - - (default) 2")
                .anyMatch(it -> it.startsWith("use_vlc false - east "));
        assertThat(remote("show", "--node", "n@h").code()).isEqualTo(2);
    }

    @Test
    void setsAKeyAndSaysWhereAndThatTheFileIsHidden() throws Exception {
        Ran ran = remote("set", "fetch_timeout", "3000");

        assertThat(ran.out())
                .isEqualTo(
                        "default: fetch_timeout is 3000\n"
                                + "note: section default is kept from now on; what its file says of it does not hold any more\n");
        assertThat(get("/v1/config/default")).isEqualTo(json("{'fetch_timeout': 3000, 'use_vlc': true}"));
        assertThat(remote("set", "fetch_timeout", "null").out()).isEqualTo("default: fetch_timeout is not set\n");
        assertThat(get("/v1/config/default")).isEqualTo(json("{'use_vlc': true}"));
    }

    @Test
    void setsAKeyWhereItHoldsForANode() throws Exception {
        assertThat(remote("set", "default_realm", "acme.example", "--section", "n@h")
                        .code())
                .isZero();

        assertThat(remote("set", "default_realm", "b.example", "--node", "n@h").out())
                .isEqualTo("n@h: default_realm is b.example\n");
        assertThat(remote("set", "fetch_timeout", "7", "--node", "n@h").out())
                .startsWith("default: fetch_timeout is 7\n");
        assertThat(get("/v1/config/n@h")).isEqualTo(json("{'default_realm': 'b.example'}"));
    }

    @Test
    void whatCannotBeMeantIsRefusedAndChangesNothing() throws Exception {
        Ran ran = remote("set", "use_http_cache", "yes");
        Ran unknown = remote("set", "fetch_timeuot", "1");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("#/use_http_cache: expected `true` or `false`, found `yes`");
        assertThat(unknown.err()).contains("#/fetch_timeuot").contains("`fetch_timeout`");
        assertThat(get("/v1/config").at("/sections/default/source").asText()).isEqualTo("file");
        assertThat(remote("set", "use_vlc", "true", "--section", "a", "--node", "b")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void checksFilesWithoutAService() throws IOException {
        Path good = write(other.resolve("good.json"), FILE);
        Path bad = write(
                other.resolve("bad.json"),
                "{'default': {'use_vlc': 'yes', 'fetch_timeout': ''}, 'east': {'zebra': 1}}");

        Ran passed = run("check", good.toString());
        Ran failed = run("check", bad.toString());

        assertThat(passed.code()).isZero();
        assertThat(passed.out()).contains("can be used; sections: 2, keys: 3, revision sha256:");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err())
                .contains("bad.json", "#/default/use_vlc", "#/default/fetch_timeout", "#/east/zebra")
                .doesNotContain("Exception");
        assertThat(run("check", other.resolve("none.json").toString()).code()).isEqualTo(1);
        assertThat(run("check").code()).isEqualTo(2);
    }

    @Test
    void comparesAFileWithWhatIsInForce() throws IOException {
        Path same = write(other.resolve("same.json"), FILE);
        Path differs = write(
                other.resolve("differs.json"),
                "{'default': {'fetch_timeout': 2, 'default_realm': '100%.example'}, 'west': {}, 'east': {'use_vlc': false}}");

        assertThat(remote("diff", same.toString())).isEqualTo(new Ran(0, "", ""));
        assertThat(remote("diff", differs.toString())).isEqualTo(new Ran(3, """
                + default/default_realm: 100%.example
                ~ default/fetch_timeout: 1 -> 2
                - default/use_vlc: true
                + west (empty)
                """, ""));
    }

    @Test
    void theFilesAreFollowedAndABrokenChangeReplacesNothingAndIsToldOf() throws Exception {
        String revision = get("/health/ready").at("/config/revision").asText();
        try {
            write(config, FILE.replace("1", "2"));
            await("/config/status", "current", "/config/revision", revision);
            assertThat(get("/v1/config/default").path("fetch_timeout").asInt()).isEqualTo(2);

            write(config, FILE.replace("true", "'yes'"));
            JsonNode broken = await("/config/status", "STALE", "/config/revision", revision);
            assertThat(broken.at("/config/reason").asText()).isEqualTo("mistakes at `#/default/use_vlc` (enum)");
            assertThat(broken.path("status").asText()).isEqualTo("ready");
            assertThat(get("/v1/config/default").path("fetch_timeout").asInt()).isEqualTo(2);
        } finally {
            write(config, FILE);
            for (int i = 0;
                    i < 300
                            && !get("/health/ready")
                                    .at("/config/revision")
                                    .asText()
                                    .equals(revision);
                    i++) {
                Thread.sleep(100);
            }
        }
        assertThat(get("/health/ready").at("/config/status").asText()).isEqualTo("current");
    }

    /** Waits for a value, and for another one than before. */
    private static JsonNode await(String pointer, String value, String changed, String before) throws Exception {
        JsonNode ready = get("/health/ready");
        for (int i = 0; i < 300 && !isThere(ready, pointer, value, changed, before); i++) {
            Thread.sleep(100);
            ready = get("/health/ready");
        }
        assertThat(ready.at(pointer).asText()).isEqualTo(value);
        assertThat(ready.at(changed).asText()).isNotEqualTo(before);
        return ready;
    }

    private static boolean isThere(JsonNode ready, String pointer, String value, String changed, String before) {
        return ready.at(pointer).asText().equals(value)
                && !ready.at(changed).asText().equals(before);
    }
}
