package io.bridgewarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.store.acl.NameServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Asking on the command line, of a service that has its names from a name server on loopback. */
class AclTestCommandTest {
    private static final NameServer NAMES = new NameServer();
    private static ServiceOptions options;
    private static Running service;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        NAMES.set("sbc.example", 600, "192.0.2.200");
        NAMES.silence("silent.example");
        options = new ServiceOptions();
        options.dns = List.of(NAMES.address());
        options.config = Files.writeString(folder.resolve("ecallmgr.json"), """
                { "default": { "acl_request_timeout_ms": 60000, "acls": {
                    "carrier": { "network-list-name": "trusted", "type": "allow", "cidr": "192.0.2.16/29" },
                    "blocked": { "network-list-name": "trusted", "type": "deny", "cidr": "192.0.2.19/32" },
                    "signalling": { "network-list-name": "trusted", "type": "allow", "cidr": "192.0.2.18/32",
                                    "ports": [5060] },
                    "sbc": { "network-list-name": "authoritative", "type": "allow", "cidr": "sbc.example" },
                    "lost": { "network-list-name": "lost", "type": "allow", "cidr": "silent.example" } } } }
                """);
        service = Running.of(Service.open(options));
        service.service().warmUp();
    }

    @AfterAll
    static void stop() {
        service.close();
        NAMES.close();
    }

    private record Ran(int code, String out, String err) {}

    private static Ran acl(String... arguments) {
        List<String> all = new ArrayList<>(List.of("acl"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--url", service.url()));
        return run(all.toArray(String[]::new));
    }

    private static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Ran(commandLine.execute(arguments), out.toString(), err.toString());
    }

    @Test
    void tellsWhoIsDeniedAndWhatOverrulesWhat() {
        Ran ran = acl("test", "192.0.2.19", "trusted");

        assertThat(ran.out()).isEqualTo("""
                192.0.2.19 is denied by trusted: most-specific-entry

                           TYPE   BLOCK          PORTS  ENTRY    FROM
                decides    deny   192.0.2.19/32  any    blocked  configured default
                overruled  allow  192.0.2.16/29  any    carrier  configured default
                """);
        assertThat(ran.code()).isEqualTo(3);
    }

    @Test
    void tellsWhatIsForAnotherPort() {
        Ran ran = acl("test", "192.0.2.18", "trusted", "--port", "5080");

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .startsWith("192.0.2.18 is allowed by trusted: most-specific-entry")
                .contains("other port  allow  192.0.2.18/32  5060   signalling");
    }

    @Test
    void tellsWhichNameAnAddressComesFrom() {
        Ran ran = acl("test", "192.0.2.200", "authoritative");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("192.0.2.200/32").contains("sbc.example, configured default");
    }

    @Test
    void tellsWhatIsMissing() {
        Ran ran = acl("test", "192.0.2.1", "lost");

        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.out())
                .isEqualTo("192.0.2.1 is denied by lost: list-default\n"
                        + "note: `silent.example` was not resolved in time; its addresses are missing\n");
    }

    @Test
    void tellsThatTheAddressIsNone() {
        Ran ran = acl("test", "sbc.example", "trusted");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("#/ip", "`sbc.example` is no IP address");
    }

    @Test
    void showsAListInTheOrderThatDecides() {
        Ran ran = acl("show", "trusted");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEqualTo("""
                LIST     TYPE   BLOCK          PORTS  ENTRY       FROM
                trusted  allow  192.0.2.18/32  5060   signalling  configured default
                trusted  deny   192.0.2.19/32  any    blocked     configured default
                trusted  allow  192.0.2.16/29  any    carrier     configured default
                trusted  deny   anything else  any    -           default
                """);
        assertThat(acl("show", "nobody").code()).isEqualTo(1);
    }

    @Test
    void decidesWithoutAServiceTheSameAsWithOne(@TempDir Path folder) throws Exception {
        Path request = Files.writeString(
                folder.resolve("request.json"), "{\"list\":\"authoritative\",\"ip\":\"192.0.2.200\"}");

        Ran ran = run(
                "decide",
                "acl",
                request.toString(),
                "--config",
                String.valueOf(options.config),
                "--dns",
                "127.0.0.1:" + NAMES.address().getPort());

        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode result = Json.read(ran.out().getBytes(StandardCharsets.UTF_8)).path("result");
        assertThat(result.path("allow").asBoolean()).isTrue();
        assertThat(result.at("/entry/host").asText()).isEqualTo("sbc.example");
    }

    @Test
    void aNameServerIsGivenByItsAddress() {
        assertThat(run("serve", "--dns", "dns.example").err()).contains("`dns.example` is no address of a name server");
    }
}
