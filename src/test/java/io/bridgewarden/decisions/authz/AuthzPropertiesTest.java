package io.bridgewarden.decisions.authz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Decisions;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.decisions.Verdict;
import io.bridgewarden.documents.Json;
import io.bridgewarden.facts.AuthzChannel;
import io.bridgewarden.facts.NumberClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/** What holds of every authorization decision, over generated channels, configurations and answers. */
class AuthzPropertiesTest {
    private static final int TRIES = 2_000;
    private static final Decisions DECISIONS = AuthzFixture.shipped();

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void theOrderOfFactsNeverChangesTheAnswer(@ForAll long seed) {
        Verdict verdict = DECISIONS
                .verdict("authz", request(seed), Options.PLAIN)
                .toCompletableFuture()
                .join();
        List<Object> facts = new ArrayList<>(verdict.facts());
        Collections.shuffle(facts, new Random(seed));

        Weighed shuffled = Weighed.resolve(
                only(facts, AuthzChannel.class),
                only(facts, NumberClass.class),
                DecisionsFixture.RULEBOOK.evaluate("authz", facts));

        AuthzResult result = (AuthzResult) verdict.result();
        assertThat(shuffled.authorized()).isEqualTo(result.authorized());
        assertThat(shuffled.reason()).isEqualTo(result.reason());
        assertThat(shuffled.rule()).isEqualTo(result.rule());
        assertThat(shuffled.row()).isEqualTo(result.row());
        assertThat(shuffled.rated()).isEqualTo(result.rated());
        assertThat(shuffled.hangUp().map(it -> it.conclusion().cause()).orElse(null))
                .isEqualTo(result.hangupCause());
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void everyAnswerHasOneReasonAndARuleAndEndsOnlyWhatItSaysItEnds(@ForAll long seed) {
        JsonNode result = AuthzFixture.result(DECISIONS, request(seed));

        assertThat(result.path("reason").asText()).isNotBlank().isNotEqualTo(Weighed.NO_RULE);
        assertThat(result.path("rule").asText()).startsWith("authz: ");
        assertThat(result.path("hangup_cause").isNull())
                .isEqualTo(result.path("killed_by").isNull());
        assertThat(result.path("answered").isNull())
                .isEqualTo(!result.path("asked").asBoolean());
        if (!result.path("authorized").asBoolean()) {
            assertThat(result.path("returned_vars").isNull()).isTrue();
            assertThat(result.path("rated").asBoolean()).isFalse();
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aDryRunOrAYesNeverTurnsAnAllowIntoADeny(@ForAll long seed) {
        ObjectNode request = request(seed);
        ObjectNode dryRun = request.deepCopy();
        dryRun.withObject("/config").put("authz_dry_run", true);
        ObjectNode yes = request.deepCopy();
        yes.putObject("answer").put("Is-Authorized", "true");

        boolean allowed = isAllowed(request);

        assertThat(isAllowed(dryRun) || !allowed).as("%s", request).isTrue();
        assertThat(isAllowed(yes) || !allowed).as("%s", request).isTrue();
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void anOutboundEmergencyCallIsAlwaysAllowedAndNeverAskedAboutNorEnded(@ForAll long seed) {
        ObjectNode request = request(seed);
        ObjectNode channel = (ObjectNode) request.get("channel");
        channel.put("Call-Direction", "outbound").put("Number", "911");
        channel.remove("Application-Logical-Direction");

        JsonNode result = AuthzFixture.result(DECISIONS, request);

        assertThat(result.path("authorized").asBoolean()).isTrue();
        assertThat(result.path("asked").asBoolean()).isFalse();
        assertThat(result.path("hangup_cause").isNull()).isTrue();
    }

    private static boolean isAllowed(ObjectNode request) {
        return AuthzFixture.result(DECISIONS, request).path("authorized").asBoolean();
    }

    private static <T> T only(List<Object> facts, Class<T> type) {
        return facts.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode request(long seed) {
        Random random = new Random(seed * 31 + 7);
        ObjectNode request = Json.mapper().createObjectNode();
        ObjectNode config = request.putObject("config");
        config.put("authz_enabled", random.nextInt(8) > 0);
        for (String key :
                List.of("authz_dry_run", "authz_local_resources", "inbound_rate_required", "outbound_rate_required")) {
            config.put(key, random.nextBoolean());
        }
        put(config, "authz_default_action", pick(random, "deny", "allow", null));

        ObjectNode channel = request.putObject("channel");
        put(channel, "Call-Direction", pick(random, "inbound", "outbound"));
        put(channel, "Application-Logical-Direction", rarely(random, "inbound", "outbound"));
        put(channel, "Resource-Type", rarely(random, "sms", "audio"));
        put(channel, "Call-Setup", rarely(random, "true"));
        put(channel, "Recovered", rarely(random, "true"));
        put(channel, "Dialed", rarely(random, "conference", "2001"));
        put(channel, "Number", pick(random, "+12025550100", "+12025550100", "911", "+442071838750", "2001"));
        ObjectNode variables = channel.putObject("Custom-Channel-Vars");
        put(variables, "Account-ID", pick(random, "acme", null));
        put(variables, "Resource-ID", pick(random, "carrier", "carrier", "", null));
        put(variables, "Authorizing-ID", pick(random, "desk", "", null, null));
        put(variables, "Authorizing-Type", pick(random, "device", "resource", null, null));
        put(variables, "Authorizing-Type", rarely(random, "mobile"));
        put(variables, "Channel-Authorized", rarely(random, "true", "false"));
        put(variables, "Global-Resource", pick(random, "true", "false", null));

        if (random.nextInt(4) > 0) {
            ObjectNode answer = request.putObject("answer");
            put(answer, "Is-Authorized", pick(random, "true", "false", "false"));
            put(answer, "Soft-Limit", pick(random, "true", "false", null));
            put(answer, "Account-Billing", pick(random, "flat_rate", "per_minute"));
            put(answer, "Reseller-ID", pick(random, "resale", null));
            put(answer, "Reseller-Billing", pick(random, "flat_rate", "per_minute"));
        }
        if (random.nextInt(3) > 0) {
            ObjectNode rating = request.putObject("rating");
            put(rating, "Rate", pick(random, "200", null));
            put(rating, "Update-Callee-ID", pick(random, "true", null));
        }
        return request;
    }

    private static void put(ObjectNode object, String name, @Nullable String value) {
        if (value != null) {
            object.put(name, value);
        }
    }

    private static @Nullable String pick(Random random, @Nullable String... values) {
        return values[random.nextInt(values.length)];
    }

    private static @Nullable String rarely(Random random, String... values) {
        return random.nextInt(10) == 0 ? pick(random, values) : null;
    }
}
