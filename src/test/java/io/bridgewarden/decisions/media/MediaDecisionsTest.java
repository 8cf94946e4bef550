package io.bridgewarden.decisions.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Decisions;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.documents.Json;
import io.bridgewarden.rules.Evaluation;
import org.junit.jupiter.api.Test;

class MediaDecisionsTest {
    private static final Decisions DECISIONS = DecisionsFixture.shipped();

    private static JsonNode result(ObjectNode request) {
        return DecisionsFixture.result(DECISIONS, "media", request, Options.PLAIN);
    }

    @Test
    void whereNoRuleSpeaksTheSwitchIsGivenWhatWasNamed() {
        Play play = MediaDecisions.resolve("welcome", Evaluation.none()).conclusion();

        assertThat(play.player()).isEqualTo(Player.SWITCH);
        assertThat(play.what()).isEqualTo("welcome");
        assertThat(play.reason()).isEqualTo(MediaDecisions.NO_RULE);
        assertThat(MediaDecisions.resolve(null, Evaluation.none()).conclusion().what())
                .isEqualTo("silence");
    }

    @Test
    void aLookedUpStreamThatIsNoWebAddressIsNotRewritten() {
        ObjectNode request = Json.mapper().createObjectNode();
        request.putObject("config").put("use_shout", true);
        request.put("media", "welcome").put("resolved", "shout://media.example/welcome.mp3");

        assertThat(result(request).path("path").asText()).isEqualTo("shout://media.example/welcome.mp3");
    }

    @Test
    void anEmptyAnswerOfTheLookupFoundNothing() {
        ObjectNode request =
                Json.mapper().createObjectNode().put("media", "welcome").put("resolved", "");

        assertThat(result(request).path("reason").asText()).isEqualTo("not-found");
    }
}
