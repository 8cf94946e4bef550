package io.bridgewarden.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.authoring.CaseRunner;
import io.bridgewarden.decisions.acl.AclDecisions;
import io.bridgewarden.decisions.all.AllDecisions;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.rules.Rulebook;
import io.bridgewarden.store.Configuration;
import io.bridgewarden.store.RegistrationLookup;
import io.bridgewarden.store.RegistrationSource;
import io.bridgewarden.store.acl.ConfiguredLists;
import io.bridgewarden.store.acl.NameBook;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The whole service without its edges: the shipped rules, no configuration, a clock that stands still. */
public final class DecisionsFixture {
    public static final Instant NOW = CaseRunner.NOW;
    public static final Rulebook RULEBOOK = Rulebook.shipped();

    /** Without name servers: no host name resolves. */
    private static final NameBook NAMES =
            new NameBook(name -> CompletableFuture.failedFuture(new IOException()), InstantSource.fixed(NOW));

    private static final AclDecisions ACL =
            new AclDecisions(new ConfiguredLists(NAMES, InstantSource.fixed(NOW)), NAMES);

    private DecisionsFixture() {}

    public static Decisions shipped() {
        return with(addresses -> CompletableFuture.completedFuture(Map.of()));
    }

    public static Decisions with(RegistrationSource registrations) {
        return with(RULEBOOK, registrations);
    }

    public static Decisions with(Rulebook rulebook, RegistrationSource registrations) {
        return with(rulebook, registrations, Duration.ofSeconds(2));
    }

    public static Decisions with(Rulebook rulebook, RegistrationSource registrations, Duration deadline) {
        return new Decisions(
                () -> rulebook,
                Configuration::empty,
                Schemas.shipped(),
                InstantSource.fixed(NOW),
                null,
                AllDecisions.over(ACL, new RegistrationLookup(registrations, deadline)));
    }

    /** The whole answer as its JSON. */
    public static JsonNode answer(Decisions decisions, String decision, ObjectNode request, Options options) {
        Answer answer = decisions
                .decide(decision, request, options)
                .toCompletableFuture()
                .join();
        return Json.read(Json.write(answer));
    }

    public static JsonNode result(Decisions decisions, String decision, ObjectNode request, Options options) {
        return answer(decisions, decision, request, options).path("result");
    }
}
