package io.bridgewarden.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.acl.AclDecisions;
import io.bridgewarden.decisions.authz.AuthzDecisions;
import io.bridgewarden.decisions.balance.BalanceDecisions;
import io.bridgewarden.decisions.bridge.BridgeDecisions;
import io.bridgewarden.decisions.channel.ChannelDecisions;
import io.bridgewarden.decisions.fax.FaxDecisions;
import io.bridgewarden.decisions.limits.LimitsDecisions;
import io.bridgewarden.decisions.limits.LimitsForAuthz;
import io.bridgewarden.decisions.media.MediaDecisions;
import io.bridgewarden.decisions.node.NodeDecisions;
import io.bridgewarden.decisions.recording.RecordingDecisions;
import io.bridgewarden.decisions.redirect.RedirectDecisions;
import io.bridgewarden.decisions.registration.RegistrationDecisions;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.numbers.Numbers;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The whole service without its edges: the shipped rules, no configuration, a clock that stands still. */
public final class DecisionsFixture {
    public static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");
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
        Numbers numbers = new Numbers();
        LimitsDecisions limits = new LimitsDecisions(numbers);
        return new Decisions(
                () -> rulebook,
                Configuration::empty,
                Schemas.shipped(),
                InstantSource.fixed(NOW),
                null,
                List.of(
                        ACL,
                        new BridgeDecisions(new RegistrationLookup(registrations, deadline)),
                        new AuthzDecisions(new LimitsForAuthz(limits), numbers),
                        limits,
                        new MediaDecisions(),
                        new RecordingDecisions(),
                        new FaxDecisions(),
                        new RedirectDecisions(),
                        new RegistrationDecisions(),
                        new ChannelDecisions(),
                        new NodeDecisions(),
                        new BalanceDecisions()));
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
