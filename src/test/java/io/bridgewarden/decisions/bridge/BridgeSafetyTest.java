package io.bridgewarden.decisions.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.documents.Json;
import io.bridgewarden.rules.Rulebook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must not be dialled, and what must be, at the edges. */
class BridgeSafetyTest {
    @TempDir
    Path folder;

    @Test
    void aSiteRuleThatRefusesAFailoverKeepsItFromBeingDialled() throws IOException {
        ObjectNode request = json("""
                { "endpoints": [ { "Invite-Format": "username", "To-User": "alice", "To-Realm": "acme.example",
                    "Failover": { "Invite-Format": "loopback", "Route": "+12025550100" } } ] }
                """);
        assertThat(result(DecisionsFixture.RULEBOOK, request).path("legs")).hasSize(1);

        try (Rulebook site = withRule("""
                package bridge;

                import io.bridgewarden.decisions.bridge.Refused;
                import io.bridgewarden.facts.Endpoint;

                rule "bridge: never divert to that number"
                    @doc( "The number is barred." )
                    @source( "site" )
                    @since( "2026-11-25" )
                when
                    Endpoint( route == "+12025550100", $id : id )
                then
                    insertLogical( new Refused($id, "barred-number") );
                end
                """)) {
            JsonNode result = result(site, request);

            assertThat(result.path("legs")).isEmpty();
            assertThat(result.at("/omitted/0/reason").asText()).isEqualTo("barred-number");
            assertThat(result.at("/omitted/0/rule").asText()).isEqualTo("bridge: never divert to that number");
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-01-15T09:57:00Z, 1", "2026-01-15T09:56:59Z, 0", "2026-01-15T10:00:30Z, 1"})
    void theAllowanceAfterExpiryCountsFromAnAbsoluteExpiryToo(String expiresAt, int legs) {
        ObjectNode request = json("""
                { "registrations": [ { "username": "alice", "realm": "acme.example",
                    "contact": "<sip:alice@192.0.2.7>", "expires_at": "%s" } ],
                  "endpoints": [ { "Invite-Format": "username", "To-User": "alice", "To-Realm": "acme.example" } ] }
                """.formatted(expiresAt));

        assertThat(result(DecisionsFixture.RULEBOOK, request).path("legs")).hasSize(legs);
    }

    @ParameterizedTest
    @CsvSource({"128, 0", "129, 1"})
    void warnsOfMoreLegsThanTheSwitchTellsApart(int endpoints, int warnings) {
        ObjectNode request = Json.mapper().createObjectNode();
        for (int i = 0; i < endpoints; i++) {
            request.withArray("endpoints")
                    .addObject()
                    .put("Invite-Format", "loopback")
                    .put("Route", "2" + i);
        }

        JsonNode result = result(DecisionsFixture.RULEBOOK, request);

        assertThat(result.path("warnings")).hasSize(warnings);
        assertThat(result.at("/warnings/0/code").asText()).isEqualTo(warnings == 0 ? "" : "too-many-legs");
    }

    private Rulebook withRule(String drl) throws IOException {
        Path bridge = Files.createDirectories(folder.resolve("bridge"));
        List<Path> shipped;
        try (Stream<Path> files = Files.list(Path.of("rules/bridge"))) {
            shipped = files.filter(it -> it.toString().endsWith(".drl")).toList();
        }
        for (Path it : shipped) {
            Files.copy(it, bridge.resolve(it.getFileName()));
        }
        Files.writeString(bridge.resolve("site.drl"), drl);
        return Rulebook.load(folder);
    }

    private static JsonNode result(Rulebook rulebook, ObjectNode request) {
        return DecisionsFixture.result(
                DecisionsFixture.with(rulebook, addresses -> CompletableFuture.completedFuture(Map.of())),
                "bridge",
                request,
                Options.PLAIN);
    }

    private static ObjectNode json(String text) {
        return Json.readObject(text.getBytes(StandardCharsets.UTF_8));
    }
}
