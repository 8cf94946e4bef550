package io.bridgewarden.decisions.balance;

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
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds of every decision about balances, over generated requests. */
class BalancePropertiesTest implements KeepsOrderLaws {
    private static final int TRIES = 1_000;
    private static final Decisions DECISIONS = DecisionsFixture.shipped();
    private static final OrderLaws LAWS = new OrderLaws("balance");
    private static final List<String> ACCOUNTS = List.of("account-1", "account-2", "account-3");
    private static final List<String> BILLINGS = List.of("per_minute", "per_minute", "flat_rate");

    @Override
    public OrderLaws laws() {
        return LAWS;
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void eachPayerAndChannelIsAnsweredOnceByARuleAsTheSchemaPromises(@ForAll long seed) {
        ObjectNode request = request(seed);

        JsonNode answer = DecisionsFixture.answer(DECISIONS, "balance", request, Options.PLAIN);
        JsonNode result = answer.path("result");

        assertThat(Schemas.shipped().violations("balance-response", answer, "#"))
                .isEmpty();
        assertThat(result.path("channels")).hasSize(request.path("channels").size());
        assertThat(names(result.path("accounts")))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(payers(request));
        assertThat(result.findValuesAsText("reason")).doesNotContain("no-rule");
        assertThat(result.findValuesAsText("rule"))
                .allSatisfy(it -> assertThat(it).startsWith("balance: "));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void noCallEndsThatNobodyOutOfCreditPaysByTheMinute(@ForAll long seed) {
        ObjectNode request = request(seed);

        JsonNode result = result(request);

        Set<String> ended = new HashSet<>();
        result.path("accounts").forEach(it -> {
            if (it.path("action").asText().equals("disconnect")) {
                ended.add(it.path("account").asText());
            }
        });
        for (int i = 0; i < result.path("channels").size(); i++) {
            JsonNode of = request.path("channels").get(i);
            Set<String> payers = new HashSet<>(payers(of));
            payers.retainAll(ended);
            assertThat(result.path("channels").get(i).path("action").asText())
                    .isEqualTo(payers.isEmpty() ? "keep" : "hang-up");
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void moreCreditNeverEndsACall(@ForAll long seed) {
        ObjectNode poorer = request(seed);
        ObjectNode richer = poorer.deepCopy();
        richer.path("credits")
                .forEach(it ->
                        ((ObjectNode) it).put("available", it.path("available").asLong() + 1));

        JsonNode before = result(poorer).path("channels");
        JsonNode after = result(richer).path("channels");

        for (int i = 0; i < before.size(); i++) {
            assertThat(before.get(i).path("action").asText().equals("keep")
                            && after.get(i).path("action").asText().equals("hang-up"))
                    .isFalse();
        }
    }

    private static JsonNode result(ObjectNode request) {
        return DecisionsFixture.result(DECISIONS, "balance", request, Options.PLAIN);
    }

    private static List<String> names(JsonNode accounts) {
        return accounts.findValuesAsText("account");
    }

    private static Set<String> payers(ObjectNode request) {
        Set<String> payers = new HashSet<>();
        request.path("channels").forEach(it -> payers.addAll(payers(it)));
        return payers;
    }

    private static Set<String> payers(JsonNode channel) {
        Set<String> payers = new HashSet<>();
        for (String who : List.of("account", "reseller")) {
            if (channel.path(who + "_billing").asText().equals("per_minute") && channel.has(who)) {
                payers.add(channel.path(who).asText());
            }
        }
        return payers;
    }

    @Override
    public ObjectNode request(long seed) {
        Random random = new Random(seed);
        ObjectNode request = Json.mapper().createObjectNode();
        request.put("now", DecisionsFixture.NOW.toString());
        ObjectNode config = request.putObject("config").put("balance_crawler_enabled", random.nextInt(4) > 0);
        config.put("balance_crawler_cycle_ms", any(random, List.of(1, 9_999, 10_000, 60_000)));
        config.put("balance_crawler_interaccount_delay_ms", any(random, List.of(0, 10, 1_000)));
        ObjectNode crawler = request.putObject("crawler").put("round_running", random.nextBoolean());
        for (String when : List.of("started_at", "last_round_at")) {
            if (random.nextInt(3) > 0) {
                crawler.put(when, ago(random));
            }
        }
        ArrayNode channels = request.putArray("channels");
        for (int i = random.nextInt(5); i > 0; i--) {
            ObjectNode channel = channels.addObject().put("id", "call-" + i);
            for (String who : List.of("account", "reseller")) {
                channel.put(who + "_billing", any(random, BILLINGS));
                if (random.nextInt(5) > 0) {
                    channel.put(who, any(random, ACCOUNTS));
                }
            }
        }
        if (random.nextInt(3) > 0) {
            request.put("asked_at", ago(random));
        }
        if (random.nextInt(3) > 0) {
            ObjectNode balances = request.putObject("answer").putObject("Balances");
            ACCOUNTS.forEach(it -> {
                if (random.nextInt(4) > 0) {
                    balances.put(it, random.nextBoolean());
                }
            });
        }
        ArrayNode credits = request.putArray("credits");
        for (String account : ACCOUNTS) {
            if (random.nextInt(3) == 0) {
                ObjectNode credit = credits.addObject().put("account", account);
                credit.put("available", random.nextInt(5) - 2).put("running_cost", random.nextInt(2));
                credit.put("allow_prepay", random.nextInt(4) > 0).put("allow_postpay", random.nextBoolean());
                credit.put("max_postpay", random.nextInt(3));
            }
        }
        return request;
    }

    private static String ago(Random random) {
        return DecisionsFixture.NOW
                .minusSeconds(any(random, List.of(0, 1, 9, 10, 11, 59, 60, 61)))
                .toString();
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
