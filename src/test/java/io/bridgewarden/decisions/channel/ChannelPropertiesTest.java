package io.bridgewarden.decisions.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Decisions;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.decisions.KeepsOrderLaws;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.decisions.OrderLaws;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Schemas;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds of every decision about channels, over generated requests. */
class ChannelPropertiesTest implements KeepsOrderLaws {
    private static final int TRIES = 1_000;
    private static final Decisions DECISIONS = DecisionsFixture.shipped();
    private static final OrderLaws LAWS = new OrderLaws("channel");
    private static final List<String> EVENTS =
            List.of("CHANNEL_CREATE", "CHANNEL_ANSWER", "CHANNEL_DESTROY", "CHANNEL_CONNECTED", "CHANNEL_DISCONNECTED");
    private static final List<String> CONFERENCE = List.of("conference-destroy", "add-member", "floor-change", "lock");
    private static final List<String> NODES = List.of("ecallmgr@a.example", "ecallmgr@b.example");

    @Override
    public OrderLaws laws() {
        return LAWS;
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void eachItemIsAnsweredOnceByARuleAsTheSchemaPromises(@ForAll long seed) {
        ObjectNode request = request(seed);

        JsonNode answer = DecisionsFixture.answer(DECISIONS, "channel", request, Options.PLAIN);
        JsonNode result = answer.path("result");

        assertThat(Schemas.shipped().violations("channel-response", answer, "#"))
                .isEmpty();
        for (String list : List.of("channels", "events", "conference_events")) {
            assertThat(result.path(list)).as(list).hasSize(request.path(list).size());
        }
        assertThat(result.findValuesAsText("reason")).doesNotContain("no-rule");
        assertThat(result.findValuesAsText("rule"))
                .allSatisfy(it -> assertThat(it).startsWith("channel: "));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void ofTwoNodesOneAtMostPublishesAnEventThatNamesItsController(@ForAll long seed) {
        ObjectNode one = request(seed).put("node", NODES.get(0));
        ((ObjectNode) one.get("config")).put("restrict_channel_state_publisher", true);
        ObjectNode other = one.deepCopy().put("node", NODES.get(1));

        JsonNode here = result(one).path("events");
        JsonNode there = result(other).path("events");

        for (int i = 0; i < here.size(); i++) {
            JsonNode event = one.path("events").get(i);
            boolean state = EVENTS.indexOf(event.path("event").asText()) < 3;
            if (state && event.has("controller")) {
                assertThat(here.get(i).path("publish").asBoolean()
                                && there.get(i).path("publish").asBoolean())
                        .isFalse();
            }
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aHigherLimitNeverHangsUpWhatALowerOneKeeps(@ForAll long seed) {
        ObjectNode lower = request(seed);
        ObjectNode higher = lower.deepCopy();
        long limit = lower.path("config").path("max_channel_uptime_s").asLong();
        ((ObjectNode) higher.get("config")).put("max_channel_uptime_s", limit > 0 ? limit + 1 : limit);

        JsonNode before = result(lower).path("channels");
        JsonNode after = result(higher).path("channels");

        for (int i = 0; i < before.size(); i++) {
            assertThat(before.get(i).path("action").asText().equals("keep")
                            && after.get(i).path("action").asText().equals("hang-up"))
                    .isFalse();
        }
    }

    private static JsonNode result(ObjectNode request) {
        return DecisionsFixture.result(DECISIONS, "channel", request, Options.PLAIN);
    }

    @Override
    public ObjectNode request(long seed) {
        Random random = new Random(seed);
        ObjectNode request = Json.mapper().createObjectNode();
        request.put("now", DecisionsFixture.NOW.toString()).put("node", any(random, NODES));
        ObjectNode config = request.putObject("config");
        config.put("max_channel_uptime_s", random.nextInt(5) - 1);
        config.put("publish_channel_state", random.nextInt(4) > 0);
        config.put("restrict_channel_state_publisher", random.nextBoolean());
        config.put("publish_channel_reconnect", random.nextBoolean());
        config.put("debug_channel", random.nextBoolean());
        if (random.nextBoolean()) {
            config.putArray("publish_conference_event").add(any(random, CONFERENCE));
        }
        ArrayNode channels = request.putArray("channels");
        for (int i = random.nextInt(4); i > 0; i--) {
            ObjectNode channel = channels.addObject().put("id", "call-" + i).put("handled_here", random.nextBoolean());
            if (random.nextInt(4) > 0) {
                channel.put("age_s", random.nextInt(6));
            }
        }
        ArrayNode events = request.putArray("events");
        for (int i = random.nextInt(6); i > 0; i--) {
            ObjectNode event =
                    events.addObject().put("event", any(random, EVENTS)).put("switch", "freeswitch@" + i);
            event.put("handled_here", random.nextBoolean());
            if (random.nextBoolean()) {
                event.put("controller", any(random, NODES));
            }
            if (random.nextBoolean()) {
                event.put("publish_channel_state", random.nextBoolean());
            }
        }
        ArrayNode conference = request.putArray("conference_events");
        for (int i = random.nextInt(4); i > 0; i--) {
            conference.addObject().put("event", any(random, CONFERENCE));
        }
        return request;
    }

    private static String any(Random random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
