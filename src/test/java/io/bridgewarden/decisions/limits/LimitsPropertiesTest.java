package io.bridgewarden.decisions.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.documents.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds of every limits decision, over generated accounts. */
class LimitsPropertiesTest {
    private static final int TRIES = 2_000;
    private static final List<String> COUNTS = List.of(
            "calls", "resource_consuming_calls", "inbound_trunks", "outbound_trunks", "twoway_trunks", "burst_trunks");
    private static final List<String> BILLINGS =
            List.of("flat_rate", "flat_rate_burst", "per_minute", "limits_disabled", "allotment_did_us", "hard_limit");
    private static final List<String> NUMBERS =
            List.of("+12025550100", "+18005550100", "+442071838750", "911", "+18095550100");

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void raisingALimitOrABalanceNeverTurnsAnAllowIntoADeny(@ForAll long seed) {
        ObjectNode before = request(seed);
        ObjectNode after = before.deepCopy();
        raise(new Random(seed), (ObjectNode) after.get(new Random(seed).nextBoolean() ? "account" : "reseller"));

        assertThat(isAllowed(after) || !isAllowed(before))
                .as("%s%n%s", before, after)
                .isTrue();
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void oneMoreChannelNeverTurnsADenyIntoAnAllow(@ForAll long seed) {
        ObjectNode before = request(seed);
        ObjectNode after = before.deepCopy();
        ((ArrayNode) after.get("channels")).add(channel(new Random(seed), "c9"));

        assertThat(isAllowed(before) || !isAllowed(after))
                .as("%s%n%s", before, after)
                .isTrue();
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void theOrderOfFactsAndOfChannelsNeverChangesTheAnswer(@ForAll long seed) {
        ObjectNode request = request(seed);
        ObjectNode reordered = request.deepCopy();
        List<JsonNode> channels = new ArrayList<>();
        request.get("channels").forEach(channels::add);
        Collections.shuffle(channels, new Random(seed));
        reordered.putArray("channels").addAll(channels);
        LimitsDecisions.Gathered gathered = LimitsFixture.LIMITS.gather(LimitsFixture.question(request));
        List<Object> facts = gathered.facts();
        Collections.shuffle(facts, new Random(seed));

        LimitsResult shuffled = gathered.answer(gathered.resolve(DecisionsFixture.RULEBOOK.evaluate("limits", facts)));

        JsonNode expected = LimitsFixture.result(request);
        assertThat(Json.read(Json.write(shuffled))).isEqualTo(expected);
        assertThat(LimitsFixture.result(reordered)).isEqualTo(expected);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void anAccountThatIsItsOwnResellerIsAskedOnce(@ForAll long seed) {
        ObjectNode request = request(seed);
        request.put("reseller", "same");

        JsonNode result = LimitsFixture.result(request);

        assertThat(result.path("parties").size())
                .isEqualTo(
                        "911".equals(result.path("To").asText())
                                        && "outbound"
                                                .equals(request.path("call")
                                                        .path("direction")
                                                        .asText())
                                ? 0
                                : 1);
        assertThat(result.path("Reseller-Billing").asText()).isEqualTo("limits_enforced");
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void noFigureTheSchemaLetsThroughOverflows(@ForAll long seed) {
        ObjectNode request = request(seed);
        Random random = new Random(seed);
        for (String party : List.of("account", "reseller")) {
            ObjectNode document = (ObjectNode) request.get(party);
            document.put("balance", extreme(random));
            ObjectNode limits = document.withObject("limits");
            COUNTS.forEach(it -> limits.put(it, extreme(random)));
            limits.put("pvt_reserve_amount", extreme(random));
            limits.put("pvt_max_postpay_amount", extreme(random)).put("pvt_allow_postpay", true);
            ObjectNode allotment = limits.withObject("allotments").withObject("did_us");
            allotment.put("amount", extreme(random)).put("minimum", extreme(random));
            document.withObject("allotment_usage").put("did_us", Members.MOST);
        }
        for (JsonNode channel : request.path("channels")) {
            ((ObjectNode) channel).put("answered_seconds_ago", Members.MOST).put("account_billing", "per_minute");
            ((ObjectNode) channel)
                    .putObject("rate")
                    .put("Rate", Members.MOST)
                    .put("Rate-Increment", 1 + random.nextInt(60))
                    .put("Surcharge", Members.MOST);
        }

        assertThat(LimitsFixture.result(request).path("answered").asBoolean()).isTrue();
    }

    private static long extreme(Random random) {
        return random.nextBoolean() ? Members.MOST : -Members.MOST;
    }

    private static boolean isAllowed(ObjectNode request) {
        JsonNode result = LimitsFixture.result(request);
        return result.path("Is-Authorized").asBoolean()
                || result.path("Soft-Limit").asBoolean();
    }

    private static void raise(Random random, ObjectNode party) {
        ObjectNode limits = party.withObject("limits");
        String name = COUNTS.get(random.nextInt(COUNTS.size()));
        String key = random.nextBoolean() ? name : "pvt_" + name;
        switch (random.nextInt(4)) {
            case 0 -> party.put("balance", party.path("balance").asLong() + 1 + random.nextInt(20_000));
            case 1 -> {
                ObjectNode allotment = limits.withObject("allotments").withObject("did_us");
                allotment.put("amount", allotment.path("amount").asLong() + 1 + random.nextInt(1_000));
            }
            case 2 ->
                limits.put(
                        "pvt_max_postpay_amount",
                        limits.path("pvt_max_postpay_amount").asLong() + random.nextInt(20_000));
            default -> {
                // What is not set, or sets no limit, has nothing to raise.
                if (limits.path(key).asLong(-1) >= 0) {
                    limits.put(key, limits.path(key).asLong() + 1 + random.nextInt(4));
                }
            }
        }
    }

    private static ObjectNode request(long seed) {
        Random random = new Random(seed * 31 + 7);
        ObjectNode request = Json.mapper().createObjectNode();
        ObjectNode call = request.putObject("call");
        call.put("direction", random.nextBoolean() ? "inbound" : "outbound");
        call.put("number", NUMBERS.get(random.nextInt(3) > 0 ? 0 : random.nextInt(NUMBERS.size())));
        ObjectNode variables = call.putObject("Custom-Channel-Vars");
        variables.put("Account-ID", "account");
        if (random.nextInt(8) == 0) {
            variables.put("Authorizing-Type", "mobile");
        }
        request.set("account", party(random));
        request.set("reseller", party(random));
        ArrayNode channels = request.putArray("channels");
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            channels.add(channel(random, "c" + i));
        }
        return request;
    }

    private static ObjectNode party(Random random) {
        ObjectNode party = Json.mapper().createObjectNode();
        party.put("balance", random.nextInt(30_000) - 10_000);
        ObjectNode limits = party.putObject("limits");
        for (String name : COUNTS) {
            for (String key : List.of(name, "pvt_" + name)) {
                if (random.nextInt(3) == 0) {
                    limits.put(key, random.nextInt(6) - 1);
                }
            }
        }
        limits.put("pvt_soft_limit_inbound", random.nextInt(5) == 0);
        limits.put("pvt_soft_limit_outbound", random.nextInt(5) == 0);
        limits.put("pvt_allow_postpay", random.nextInt(3) == 0);
        limits.put("pvt_max_postpay_amount", random.nextInt(10_000));
        limits.put("pvt_enabled", random.nextInt(10) > 0);
        if (random.nextInt(2) == 0) {
            ObjectNode allotment = limits.putObject("allotments").putObject("did_us");
            allotment.put("amount", random.nextInt(600)).put("minimum", random.nextInt(90));
            party.putObject("allotment_usage").put("did_us", random.nextInt(600));
        }
        return party;
    }

    private static ObjectNode channel(Random random, String id) {
        ObjectNode channel = Json.mapper().createObjectNode();
        channel.put("call_id", id).put("direction", random.nextBoolean() ? "inbound" : "outbound");
        if (random.nextInt(3) == 0) {
            channel.put("other_leg", "c" + random.nextInt(10));
        }
        channel.put("account", random.nextInt(6) == 0 ? "other" : "account");
        channel.put("reseller", random.nextInt(3) == 0 ? "none" : "reseller");
        channel.put("account_billing", BILLINGS.get(random.nextInt(BILLINGS.size())));
        channel.put("reseller_billing", BILLINGS.get(random.nextInt(BILLINGS.size())));
        channel.put("number", "+12025550100");
        channel.put("answered_seconds_ago", random.nextInt(300));
        channel.putObject("rate").put("Rate", random.nextInt(6_000)).put("Rate-Minimum", 60);
        return channel;
    }
}
