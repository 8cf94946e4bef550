package io.bridgewarden.decisions.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Decisions;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.decisions.ReorderedRules;
import io.bridgewarden.facts.EndpointId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds of every bridge decision, over generated requests. */
class BridgePropertiesTest {
    private static final int TRIES = 10_000;
    private static final Decisions DECISIONS = DecisionsFixture.shipped();
    private static final Decisions REORDERED = DecisionsFixture.with(
            ReorderedRules.of(List.of("bridge")), addresses -> CompletableFuture.completedFuture(Map.of()));

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void theOrderOfRuleFilesAndOfRulesNeverChangesTheAnswer(@ForAll long seed) {
        ObjectNode request = RandomRequests.of(seed);

        assertThat(result(REORDERED, request)).isEqualTo(result(DECISIONS, request));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void theOrderOfFactsNeverChangesThePlan(@ForAll long seed) {
        List<Object> facts = facts(RandomRequests.of(seed));
        List<Object> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(plan(shuffled)).isEqualTo(plan(facts));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void everyEndpointIsInLegsOrOmittedExactlyOnce(@ForAll long seed) {
        ObjectNode request = RandomRequests.of(seed);

        JsonNode result = result(DECISIONS, request);

        BridgeFacts.assertTold(request, result);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void withTheFlagOnNoFailoverRingsBesideADevice(@ForAll long seed) {
        ObjectNode request = RandomRequests.of(seed);
        ((ObjectNode) request.get("config")).put("failover_when_all_unreg", true);

        Plan plan = plan(facts(request));

        assertThat(plan.dialled().stream().map(Plan.Dialled::failover).distinct())
                .hasSizeLessThanOrEqualTo(1);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void registeringOneMoreDeviceNeverAddsAFailover(@ForAll long seed) {
        ObjectNode before = RandomRequests.of(seed);
        String user = "erin"; // is nobody's failover, and what is diverted to a device is that device's own business
        ((ArrayNode) before.get("endpoints"))
                .addObject()
                .put("Invite-Format", "username")
                .put("To-User", user)
                .put("To-Realm", "acme.example");
        ObjectNode after = before.deepCopy();
        ((ArrayNode) after.get("registrations"))
                .addObject()
                .put("username", user)
                .put("realm", "acme.example")
                .put("contact", "<sip:" + user + "@203.0.113.200>")
                .put("expires", 360)
                .put("age", 0);

        assertThat(failovers(before)).containsAll(failovers(after));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void theSameRequestTwiceGivesTheSameBytes(@ForAll long seed) {
        ObjectNode request = RandomRequests.of(seed);

        assertThat(result(DECISIONS, request).toString())
                .isEqualTo(result(DECISIONS, request.deepCopy()).toString());
    }

    private static JsonNode result(Decisions decisions, ObjectNode request) {
        return DecisionsFixture.result(decisions, "bridge", request, Options.PLAIN);
    }

    private static Set<EndpointId> failovers(ObjectNode request) {
        Set<EndpointId> failovers = new HashSet<>();
        plan(facts(request)).dialled().stream()
                .filter(Plan.Dialled::failover)
                .forEach(it -> failovers.add(it.endpoint()));
        return failovers;
    }

    private static List<Object> facts(ObjectNode request) {
        return BridgeFacts.of(request);
    }

    private static Plan plan(List<Object> facts) {
        return BridgeFacts.plan(DecisionsFixture.RULEBOOK, facts);
    }
}
