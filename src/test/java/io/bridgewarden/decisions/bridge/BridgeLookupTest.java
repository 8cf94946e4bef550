package io.bridgewarden.decisions.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.documents.Json;
import io.bridgewarden.facts.Aor;
import io.bridgewarden.facts.Registration;
import io.bridgewarden.store.RegistrationSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a bridge decision asks for registrations that its request does not bring. */
class BridgeLookupTest {
    private static final String PHONES = """
            { "config": { "failover_when_all_unreg": %s },
              "endpoints": [
                { "Invite-Format": "username", "To-User": "alice", "To-Realm": "acme.example",
                  "Failover": { "Invite-Format": "loopback", "Route": "+12025550100" } },
                { "Invite-Format": "contact", "To-User": "alice", "To-Realm": "ACME.example" },
                { "Invite-Format": "username", "To-User": "bob", "To-Realm": "acme.example" },
                { "Invite-Format": "username", "To-User": "carol", "To-Realm": "acme.example", "To-IP": "192.0.2.7" },
                { "Invite-Format": "route", "Route": "sip:2001@carrier.example" } ] }
            """;

    @Test
    void asksForEachAddressOnceAndForAllAtOnce() {
        List<Collection<Aor>> asked = new ArrayList<>();

        result(
                addresses -> {
                    asked.add(addresses);
                    return CompletableFuture.completedFuture(Map.of());
                },
                false);

        assertThat(asked).hasSize(1);
        assertThat(asked.get(0)).containsExactly(new Aor("alice", "acme.example"), new Aor("bob", "acme.example"));
    }

    @Test
    void dialsWhatTheStoreKnows() {
        Aor bob = new Aor("bob", "acme.example");
        Registration kept = new Registration(
                bob, "acme.example", "<sip:bob@192.0.2.9>", DecisionsFixture.NOW, 60, null, null, null);

        JsonNode result = result(addresses -> CompletableFuture.completedFuture(Map.of(bob, List.of(kept))), false);

        assertThat(result.path("legs").toString()).contains("sofia/sipinterface_1/bob@192.0.2.9");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStoreThatNeverAnswersCostsNoEndpointItsFailover(boolean flag) {
        JsonNode result = result(addresses -> new CompletableFuture<>(), flag);

        assertDiverts(result, flag);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStoreThatFailsCostsNoEndpointItsFailover(boolean flag) {
        assertDiverts(result(addresses -> CompletableFuture.failedFuture(new IllegalStateException()), flag), flag);
        assertDiverts(
                result(
                        addresses -> {
                            throw new IllegalStateException();
                        },
                        flag),
                flag);
    }

    private static void assertDiverts(JsonNode result, boolean flag) {
        assertThat(result.at("/warnings/0/code").asText()).isEqualTo("registrations-incomplete");
        // With the flag on, the fixed address and the route are devices, and no failover rings beside them.
        assertThat(result.toString().contains("loopback/+12025550100")).isEqualTo(!flag);
        assertThat(result.path("legs")).hasSize(flag ? 2 : 3);
    }

    private static JsonNode result(RegistrationSource source, boolean flag) {
        ObjectNode request = Json.readObject(PHONES.formatted(flag).getBytes(StandardCharsets.UTF_8));
        return DecisionsFixture.result(
                DecisionsFixture.with(DecisionsFixture.RULEBOOK, source, Duration.ofMillis(50)),
                "bridge",
                request,
                Options.PLAIN);
    }
}
