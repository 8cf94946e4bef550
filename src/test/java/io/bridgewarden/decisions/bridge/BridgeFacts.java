package io.bridgewarden.decisions.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.decisions.Explain;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.dialect.DialSettings;
import io.bridgewarden.dialect.DialStrings;
import io.bridgewarden.facts.DialMethod;
import io.bridgewarden.rules.Rulebook;
import io.bridgewarden.store.Configuration;
import io.bridgewarden.store.EffectiveConfig;
import io.bridgewarden.store.FoundRegistrations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What rules are given for a request, for tests that look between the two. */
public final class BridgeFacts {
    private static final EffectiveConfig DEFAULTS = Configuration.empty().effective(null, null);

    private BridgeFacts() {}

    public static List<Object> of(ObjectNode json) {
        BridgeRequest request = BridgeRequest.read(
                json, DecisionsFixture.NOW, new EndpointReader(new DialStrings(DialSettings.DEFAULT)));
        Question question = new Question(
                json,
                DecisionsFixture.NOW,
                DEFAULTS.with((ObjectNode) json.get("config"), null),
                DecisionsFixture.RULEBOOK,
                Explain.NONE);
        Bindings bindings =
                Bindings.of(request.addresses(), request.registrations(), new FoundRegistrations(Map.of(), true));
        return BridgeDecisions.facts(question, request, bindings);
    }

    static Plan plan(Rulebook rulebook, List<Object> facts) {
        int size = facts.stream()
                .filter(DialMethod.class::isInstance)
                .mapToInt(it -> ((DialMethod) it).endpoints())
                .findFirst()
                .orElseThrow();
        return Plan.resolve(size, rulebook.evaluate("bridge", facts));
    }

    /** Each endpoint of the request is in {@code legs} or in {@code omitted}, once, with a reason and its rule. */
    static void assertTold(ObjectNode request, JsonNode result) {
        List<Integer> told = new ArrayList<>();
        Stream.of("legs", "omitted")
                .forEach(it -> result.path(it).forEach(part -> {
                    told.add(part.path("endpoint").asInt());
                    assertThat(part.path("reason").asText()).isNotBlank().isNotEqualTo(Plan.NO_RULE);
                    assertThat(part.path("rule").asText()).startsWith("bridge: ");
                }));
        assertThat(told).hasSize(request.path("endpoints").size()).doesNotHaveDuplicates();
    }
}
