package io.bridgewarden.decisions.limits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Decisions;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.decisions.Explain;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.numbers.Numbers;
import io.bridgewarden.rules.Rulebook;
import io.bridgewarden.store.Configuration;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The limits decision without its edges. */
final class LimitsFixture {
    static final Instant NOW = Instant.parse("2026-05-13T12:34:56Z");
    static final LimitsDecisions LIMITS = new LimitsDecisions(new Numbers());
    private static final Decisions DECISIONS = decisions(DecisionsFixture.RULEBOOK);

    private LimitsFixture() {}

    static Decisions decisions(Rulebook rulebook) {
        return new Decisions(
                () -> rulebook,
                Configuration::empty,
                Schemas.shipped(),
                InstantSource.fixed(NOW),
                null,
                List.of(LIMITS));
    }

    static JsonNode result(ObjectNode request) {
        return DecisionsFixture.result(DECISIONS, "limits", request, Options.PLAIN);
    }

    static JsonNode answer(ObjectNode request, Explain explain) {
        return DecisionsFixture.answer(DECISIONS, "limits", request, new Options(explain, false, true));
    }

    static ObjectNode json(String text) {
        return Json.readObject(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A question as the rules see it: the schema passed, no configuration but the request's. */
    static Question question(ObjectNode request) {
        var overrides = LIMITS.overrides(request);
        return new Question(
                request,
                NOW,
                Configuration.empty().effective(null, null).with(overrides.config(), overrides.others()),
                DecisionsFixture.RULEBOOK,
                Explain.NONE);
    }
}
