package io.bridgewarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.dialect.AclConfReader;
import io.bridgewarden.documents.Json;
import io.bridgewarden.http.FrontEnd;
import io.bridgewarden.http.Keys;
import io.bridgewarden.http.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The operator's verbs against a whole service over a socket. */
class AclCommandTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private Running service;

    @BeforeEach
    void start() throws Exception {
        Path config = folder.resolve("ecallmgr.json");
        if (!Files.exists(config)) {
            Files.writeString(config, """
                    { "default": { "acl_request_timeout_ms": 100, "acls": {
                        "written": { "network-list-name": "trusted", "type": "allow", "cidr": "198.51.100.0/24" } } } }
                    """);
        }
        ServiceOptions options = new ServiceOptions();
        options.config = config;
        options.data = folder.resolve("data");
        options.rules = rulesOfLists();
        service = Running.of(Service.open(options));
    }

    // The verbs need no other rules, and compiling all of them takes longer than the test.
    private Path rulesOfLists() throws IOException {
        Path rules = Files.createDirectories(folder.resolve("rules/acl")).getParent();
        try (Stream<Path> files = Files.list(Path.of("rules/acl"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, rules.resolve("acl").resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return rules;
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private record Ran(int code, String out, String err) {}

    private Ran acl(String... arguments) {
        return run(service.port(), arguments);
    }

    private static Ran run(int port, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 3];
        all[0] = "acl";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--url";
        all[arguments.length + 2] = "http://127.0.0.1:" + port + "/";
        return new Ran(commandLine.execute(all), out.toString(), err.toString());
    }

    private boolean allows(String list, String ip) throws Exception {
        String request = "{\"list\":\"%s\",\"ip\":\"%s\"}".formatted(list, ip);
        JsonNode answer = post("/v1/decisions/acl", "application/json", request);
        assertThat(answer.at("/result/allow").isBoolean()).as("%s", answer).isTrue();
        return answer.at("/result/allow").booleanValue();
    }

    private JsonNode switched() throws Exception {
        return AclConfReader.lists(send(
                "/freeswitch",
                "application/x-www-form-urlencoded",
                "hostname=s&section=configuration&tag_name=configuration&key_name=name&key_value=acl.conf"));
    }

    private JsonNode post(String path, String type, String body) throws Exception {
        return Json.read(send(path, type, body));
    }

    private byte[] send(String path, String type, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        var response = CLIENT.send(request, BodyHandlers.ofByteArray());
        assertThat(response.statusCode())
                .as(new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return response.body();
    }

    @Test
    void anAllowedCarrierIsLetInAtTheNextDecisionAndByTheSwitch() throws Exception {
        assertThat(allows("trusted", "203.0.113.9")).isFalse();

        Ran ran = acl("allow-carrier", "carrier one", "203.0.113.77/24", "--description", "since today");

        assertThat(ran.out())
                .isEqualTo("trusted: allow 203.0.113.0/24 as carrier one\n"
                        + "note: `203.0.113.77/24` is kept in its normal form, `203.0.113.0/24`\n");
        assertThat(ran.code()).isZero();
        assertThat(allows("trusted", "203.0.113.9")).isTrue();
        assertThat(allows("trusted", "198.51.100.1")).isTrue();
        assertThat(switched().toString())
                .isEqualTo("[{\"default\":\"deny\",\"name\":\"trusted\",\"nodes\":["
                        + "{\"cidr\":\"203.0.113.0/24\",\"type\":\"allow\"},"
                        + "{\"cidr\":\"198.51.100.0/24\",\"type\":\"allow\"}]}]");
    }

    @Test
    void theAnswerSaysWhoseEntryLetTheAddressIn() throws Exception {
        acl("allow-carrier", "carrier", "203.0.113.0/24");

        JsonNode entry = post("/v1/decisions/acl", "application/json", "{\"list\":\"trusted\",\"ip\":\"203.0.113.9\"}")
                .at("/result/entry");

        assertThat(entry.path("name").asText()).isEqualTo("carrier");
        assertThat(entry.at("/origin/source").asText()).isEqualTo("operator");
        assertThat(entry.at("/origin/id").asText()).isEqualTo("anyone");
    }

    @ParameterizedTest
    @CsvSource({
        "allow-carrier, trusted, allow",
        "allow_carrier, trusted, allow",
        "deny-carrier, trusted, deny",
        "deny_carrier, trusted, deny",
        "allow-sbc, authoritative, allow",
        "allow_sbc, authoritative, allow",
        "deny-sbc, authoritative, deny",
        "deny_sbc, authoritative, deny",
    })
    void withOneArgumentTheAddressIsTheName(String verb, String list, String type) {
        Ran ran = acl(verb, "192.0.2.7");

        assertThat(ran.out()).startsWith("%s: %s 192.0.2.7/32 as 192.0.2.7\n".formatted(list, type));
        assertThat(acl("list", list).out()).contains("%s  %s".formatted(list, type), "192.0.2.7/32");
    }

    @Test
    void aDenialHoldsOverWhatIsConfigured() throws Exception {
        acl("deny-carrier", "bad", "198.51.100.0/24,203.0.113.0/24", "--port", "5060,5080");

        assertThat(allows("trusted", "198.51.100.1")).isFalse();
        assertThat(switched().at("/0/nodes/0").toString())
                .isEqualTo("{\"cidr\":\"203.0.113.0/24\",\"ports\":\"5060,5080\",\"type\":\"deny\"}");
    }

    @Test
    void listPrintsWhatHoldsAndWhereItComesFrom() {
        acl("deny-carrier", "bad", "198.51.100.7", "--port", "5060");
        acl("allow-sbc", "proxy", "192.0.2.10");

        assertThat(acl("list").out()).isEqualTo("""
                LIST           TYPE   BLOCK            PORTS  ENTRY    FROM
                authoritative  allow  192.0.2.10/32    any    proxy    operator anyone
                authoritative  deny   anything else    any    -        default
                trusted        deny   198.51.100.7/32  5060   bad      operator anyone
                trusted        allow  198.51.100.0/24  any    written  configured default
                trusted        deny   anything else    any    -        default
                """);
        assertThat(acl("list", "rfc6598.auto").out()).contains("100.64.0.0/10", "built-in");
        assertThat(acl("list", "none").err()).contains("there is no list `none`");
    }

    @Test
    void removeFindsTheListByTheNameUnlessThereAreSeveral() throws Exception {
        acl("allow-carrier", "a b/c", "203.0.113.0/24");
        acl("allow-sbc", "a b/c", "203.0.113.0/24");

        Ran several = acl("remove", "a b/c");
        assertThat(several.code()).isEqualTo(1);
        assertThat(several.err()).contains("`--list`: authoritative, trusted");
        assertThat(acl("remove", "a b/c", "--list", "authoritative").out()).isEqualTo("authoritative: removed a b/c\n");
        assertThat(acl("remove_acl", "a b/c").out()).isEqualTo("trusted: removed a b/c\n");
        assertThat(allows("trusted", "203.0.113.9")).isFalse();
    }

    @Test
    void removeLeavesAloneWhatIsNotKeptHere() throws Exception {
        assertThat(acl("remove", "nothing").err()).contains("no entry `nothing` is kept");
        assertThat(acl("remove", "written").err()).contains("no entry `written` is kept");
        assertThat(acl("remove", "written", "--list", "trusted").err())
                .contains("is configured (`default`); change it there");
        assertThat(allows("trusted", "198.51.100.1")).isTrue();
    }

    @Test
    void refusesWhatCannotBeMeantAndSaysWhy() {
        Ran ran = acl("allow-carrier", "carrier", "10.0.0.0/33,203.0.113.9");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("invalid request", "#/cidr/0: the prefix length of `10.0.0.0/33` is not from 0 to 32");
    }

    @Test
    void flushHasHostNamesLookedUpAgain() {
        assertThat(acl("flush").out()).isEqualTo("host names are looked up again\n");
        assertThat(acl("flush_acls").code()).isZero();
    }

    @Test
    void whatWasPutHoldsAfterARestart() throws Exception {
        acl("allow-carrier", "carrier", "203.0.113.0/24");

        stop();
        start();

        assertThat(allows("trusted", "203.0.113.9")).isTrue();
    }

    @Test
    void bearsAKeyWhereOneIsAskedFor() {
        String key = Keys.random();
        Keys keys = Keys.of(List.of(new Keys.Entry("ops", Keys.digest(key), EnumSet.of(Role.ACL, Role.READ))));
        try (FrontEnd guarded = FrontEnd.start(service.service().backend("test"), keys, "127.0.0.1", 0)) {
            assertThat(run(guarded.port(), "allow-carrier", "192.0.2.7").err()).contains("a key is needed");
            assertThat(run(guarded.port(), "allow-carrier", "192.0.2.7", "--key", key)
                            .code())
                    .isZero();
            assertThat(run(guarded.port(), "list", "--key", key).out()).contains("operator ops");
        }
    }

    @Test
    void saysWhereItLookedIfNobodyAnswers() {
        Ran ran = run(1, "list");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err())
                .isEqualTo(
                        "bridgewarden: no service answers at `http://127.0.0.1:1/`; start it, or say where it listens by `--url`\n");
    }
}
