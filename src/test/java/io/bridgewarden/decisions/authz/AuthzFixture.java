package io.bridgewarden.decisions.authz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Decisions;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.numbers.Numbers;
import io.bridgewarden.rules.Rulebook;
import io.bridgewarden.store.Configuration;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/** The authorization decision without the service's edges. */
final class AuthzFixture {
    static final LimitsAnswer NOT_TO_BE_ASKED = (question, number, direction) -> {
        throw new AssertionError("limits were asked");
    };

    private AuthzFixture() {}

    static Decisions shipped() {
        return with(DecisionsFixture.RULEBOOK, NOT_TO_BE_ASKED);
    }

    static Decisions with(Rulebook rulebook, LimitsAnswer limits) {
        return new Decisions(
                () -> rulebook,
                Configuration::empty,
                Schemas.shipped(),
                InstantSource.fixed(DecisionsFixture.NOW),
                null,
                List.of(new AuthzDecisions(limits, new Numbers())));
    }

    static JsonNode result(Decisions decisions, ObjectNode request) {
        return DecisionsFixture.result(decisions, "authz", request, Options.PLAIN);
    }

    /** A request in JSON that may have {@code '} for {@code "}. */
    static ObjectNode request(String json) {
        return Json.readObject(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
