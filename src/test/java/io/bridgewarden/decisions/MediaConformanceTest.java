package io.bridgewarden.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.ConformanceCases;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.documents.Schemas;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases answered by the real KAZOO code, and what is meant where that code is wrong. */
class MediaConformanceTest {
    private static final Map<String, String> DECISIONS = Map.of(
            "playback", "media",
            "recording_filename", "recording",
            "record", "recording",
            "record_call", "recording",
            "fax_filename", "fax",
            "redirect", "redirect",
            "expires", "registration");
    private static final Decisions SHIPPED = DecisionsFixture.shipped();

    static Stream<Arguments> cases() {
        return ConformanceCases.stream("media.json")
                .filter(it -> DECISIONS.containsKey(it.path("op").asText()))
                .map(it -> Arguments.of(it.path("id").asText(), it));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void answersAsKazooOrAsItIsMeantTo(String id, ObjectNode posted) {
        String decision = DECISIONS.get(posted.path("op").asText());
        JsonNode expected = posted.has("intended") ? posted.path("intended") : posted.path("expected");
        if (expected.path("error").asBoolean()) {
            assertThatThrownBy(() -> DecisionsFixture.result(SHIPPED, decision, posted, Options.PLAIN))
                    .hasRootCauseInstanceOf(ProblemException.class)
                    .rootCause()
                    .extracting(it -> ((ProblemException) it).problem().status())
                    .isEqualTo(422);
            return;
        }

        JsonNode answer = DecisionsFixture.answer(SHIPPED, decision, posted, Options.PLAIN);

        assertThat(expected.properties())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(answer.path("result").get(it.getKey()))
                        .as(it.getKey())
                        .isEqualTo(it.getValue()));
        assertThat(Schemas.shipped().violations(decision + "-response", answer, "#"))
                .isEmpty();
    }
}
