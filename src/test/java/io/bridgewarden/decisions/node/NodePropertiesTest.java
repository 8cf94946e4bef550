package io.bridgewarden.decisions.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Decisions;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.decisions.KeepsOrderLaws;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.decisions.OrderLaws;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Schemas;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds of every decision about a node, over generated requests. */
class NodePropertiesTest implements KeepsOrderLaws {
    private static final int TRIES = 1_000;
    private static final Decisions DECISIONS = DecisionsFixture.shipped();
    private static final OrderLaws LAWS = new OrderLaws("node");

    @Override
    public OrderLaws laws() {
        return LAWS;
    }

    @Override
    public ObjectNode request(long seed) {
        return RandomNodes.of(seed);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void eachItemIsAnsweredOnceByARuleAsTheSchemaPromises(@ForAll long seed) {
        ObjectNode request = RandomNodes.of(seed);

        JsonNode answer = DecisionsFixture.answer(DECISIONS, "node", request, Options.PLAIN);
        JsonNode result = answer.path("result");

        assertThat(Schemas.shipped().violations("node-response", answer, "#")).isEmpty();
        int switches = request.path("switches").size();
        assertThat(names(result.path("connections"))).doesNotHaveDuplicates().containsAll(names(request, "switches"));
        for (String list : List.of("commands", "streams")) {
            assertThat(names(result.path(list))).as(list).isEqualTo(names(request, "switches"));
        }
        assertThat(result.path("capabilities")).hasSize(12 * switches);
        for (String list : List.of("channels", "conferences", "gateways")) {
            int items = 0;
            for (JsonNode it : request.path("switches")) {
                items += it.path(list).size();
            }
            assertThat(result.path(list)).as(list).hasSize(items);
        }
        for (String list : List.of("calls", "moves", "conference_profiles", "uploads")) {
            assertThat(result.path(list)).as(list).hasSize(request.path(list).size());
        }
        assertThat(result.findValuesAsText("reason")).doesNotContain("no-rule");
        assertThat(result.findValuesAsText("rule"))
                .allSatisfy(it -> assertThat(it).startsWith("node: "));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aLongerGraceNeverFlushesWhatAShorterOneKeeps(@ForAll long seed) {
        ObjectNode shorter = RandomNodes.of(seed);
        ObjectNode longer = shorter.deepCopy();
        long grace = shorter.path("config").path("node_down_grace_period").asLong(10_000);
        ((ObjectNode) longer.get("config")).put("node_down_grace_period", grace + 1_000);

        JsonNode before = result(DECISIONS, shorter).path("channels");
        JsonNode after = result(DECISIONS, longer).path("channels");

        for (int i = 0; i < before.size(); i++) {
            assertThat(before.get(i).path("action").asText().equals("keep")
                            && after.get(i).path("action").asText().equals("flush"))
                    .isFalse();
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void whatIsNotKnownToBeSafeIsNeverRun(@ForAll long seed) {
        JsonNode commands = result(DECISIONS, RandomNodes.of(seed)).path("commands");

        Map<String, String> actions = new HashMap<>();
        commands.forEach(of -> of.path("commands")
                .forEach(it -> actions.put(
                        it.path("command").asText(), it.path("action").asText())));
        assertThat(actions.getOrDefault("system", "refuse")).isEqualTo("refuse");
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void noPingIsDueBeforeTheSwitchWasLost(@ForAll long seed) {
        ObjectNode request = RandomNodes.of(seed);
        Map<String, Instant> lost = new HashMap<>();
        request.path("switches").forEach(it -> {
            if (it.has("lost_at")) {
                lost.put(
                        it.path("name").asText(),
                        Instant.parse(it.path("lost_at").asText()));
            }
        });

        result(DECISIONS, request).path("connections").forEach(it -> {
            if (it.path("action").asText().equals("ping")) {
                assertThat(Instant.parse(it.path("at").asText()))
                        .isAfter(lost.get(it.path("switch").asText()));
            }
        });
    }

    private static List<String> names(JsonNode list) {
        return list.findValuesAsText("switch").stream().toList();
    }

    private static List<String> names(ObjectNode request, String list) {
        List<String> names = new ArrayList<>();
        request.path(list).forEach(it -> names.add(it.path("name").asText()));
        return names;
    }

    private static JsonNode result(Decisions decisions, ObjectNode request) {
        return Json.read(Json.write(DecisionsFixture.result(decisions, "node", request, Options.PLAIN)));
    }
}
