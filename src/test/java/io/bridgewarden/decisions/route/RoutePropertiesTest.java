package io.bridgewarden.decisions.route;

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
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds of every decision about a fetch, over generated requests. */
class RoutePropertiesTest implements KeepsOrderLaws {
    private static final int TRIES = 1_000;
    private static final Decisions DECISIONS = DecisionsFixture.shipped();
    private static final OrderLaws LAWS = new OrderLaws("route", List.of("authz"));
    private static final List<String> CONTEXTS = List.of("context_2", "trunks", "texts");
    private static final List<String> METHODS = List.of("park", "bridge", "sms", "error", "defer");

    @Override
    public OrderLaws laws() {
        return LAWS;
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void everyFetchIsAnsweredByARuleOrLeftToOthersAsTheSchemaPromises(@ForAll long seed) {
        ObjectNode request = request(seed);

        JsonNode answer = DecisionsFixture.answer(DECISIONS, "route", request, Options.PLAIN);
        JsonNode result = answer.path("result");

        assertThat(Schemas.shipped().violations("route-response", answer, "#")).isEmpty();
        assertThat(result.path("ours").asBoolean())
                .isEqualTo(!result.path("reply").asText().equals("none"));
        assertThat(result.path("ours").asBoolean())
                .isEqualTo(result.path("because").findValuesAsText("part").contains("reply"));
        assertThat(result.path("error").asText()).doesNotContain(RouteResult.NO_RULE);
        assertThat(result.path("reply").asText().equals("error"))
                .isEqualTo(!result.path("error").isNull());
        assertThat(result.path("reply").asText().equals("route"))
                .isEqualTo(!result.path("route_vars").isNull());
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void withAuthorizationOnNoRouteGoesOutForAChannelThatIsNotAuthorized(@ForAll long seed) {
        ObjectNode request = request(seed);
        ((ObjectNode) request.get("config")).put("authz_enabled", true);

        JsonNode result = result(request);

        if (result.path("reply").asText().equals("route") && request.has("route")) {
            assertThat(result.at("/authz/authorized").asBoolean()).isTrue();
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aChannelIsEndedOrNotWhateverTheSwitchIsTold(@ForAll long seed) {
        ObjectNode request = request(seed);
        ObjectNode other = request.deepCopy();
        other.putObject("route").put("Method", "error").put("Route-Error-Code", "404");
        request.putObject("route").put("Method", "park");

        assertThat(result(other).path("hangup_cause")).isEqualTo(result(request).path("hangup_cause"));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aFetchThatIsNotOursIsAnsweredByNobodyAndAsksNobody(@ForAll long seed) {
        ObjectNode request = request(seed).put("context", "elsewhere");

        JsonNode result = result(request);

        assertThat(result.path("reply").asText()).isEqualTo("none");
        assertThat(result.path("asked").asBoolean()).isFalse();
        assertThat(result.path("deadline_ms").isNull()).isTrue();
        assertThat(result.path("hangup_cause").isNull()).isTrue();
    }

    private static JsonNode result(ObjectNode request) {
        return DecisionsFixture.result(DECISIONS, "route", request, Options.PLAIN);
    }

    @Override
    public ObjectNode request(long seed) {
        Random random = new Random(seed);
        ObjectNode request = Json.mapper().createObjectNode();
        request.put("now", DecisionsFixture.NOW.toString());
        ObjectNode config = request.putObject("config");
        config.put("authz_enabled", random.nextInt(4) > 0);
        config.put("authz_dry_run", random.nextInt(4) == 0);
        config.put("should_detect_inband_dtmf", random.nextBoolean());
        if (random.nextBoolean()) {
            config.putArray("call_routing_bindings").add(any(random, CONTEXTS)).add("context_2");
        }
        if (random.nextBoolean()) {
            config.putArray("text_routing_bindings").add(any(random, CONTEXTS));
        }
        request.put("section", any(random, List.of("dialplan", "dialplan", "chatplan")));
        if (random.nextInt(3) > 0) {
            request.put("context", any(random, CONTEXTS));
        }
        if (random.nextBoolean()) {
            request.put("remote_sdp", any(random, List.of("a=rtpmap:101 telephone-event/8000", "v=0")));
        }
        ObjectNode caller = request.putObject("caller");
        for (String flag : List.of("anonymous", "anonymity_barred", "listed")) {
            caller.put(flag, random.nextInt(6) == 0);
        }
        channel(random, request.putObject("channel"));
        route(random, request);
        if (random.nextInt(4) > 0) {
            request.putObject("answer")
                    .put("Is-Authorized", any(random, List.of("true", "false")))
                    .put("Account-ID", "acme");
            request.put("answer_after_ms", random.nextInt(7_000));
        }
        return request;
    }

    private static void channel(Random random, ObjectNode channel) {
        channel.put("Call-Direction", any(random, List.of("inbound", "inbound", "outbound", "sideways")));
        if (random.nextInt(6) > 0) {
            channel.put("Number", any(random, List.of("+12025550100", "911")));
        }
        channel.put("Recovered", random.nextInt(6) == 0);
        ObjectNode variables = channel.putObject("Custom-Channel-Vars");
        if (random.nextBoolean()) {
            variables
                    .put("Authorizing-ID", "desk")
                    .put("Authorizing-Type", any(random, List.of("device", "mobile", "resource")));
        }
        if (random.nextInt(6) == 0) {
            variables.put("Channel-Authorized", any(random, List.of("true", "false")));
        }
    }

    private static void route(Random random, ObjectNode request) {
        int there = random.nextInt(6);
        if (there == 0) {
            request.putNull("route");
        } else if (there > 1) {
            ObjectNode route = request.putObject("route").put("Method", any(random, METHODS));
            if (random.nextBoolean()) {
                route.put("Route-Error-Code", "404").put("Ringback-Media", "silence");
            }
            route.putObject("Custom-Channel-Vars").put("Account-ID", any(random, List.of("acme", "other")));
        }
    }

    private static String any(Random random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
