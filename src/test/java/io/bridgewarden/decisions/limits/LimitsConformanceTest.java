package io.bridgewarden.decisions.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.ConformanceCases;
import io.bridgewarden.decisions.Explain;
import io.bridgewarden.documents.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases answered by the real limits application, and what is intended where it is wrong. */
class LimitsConformanceTest {
    static Stream<Arguments> cases() {
        return ConformanceCases.named("limits.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void answersAsTheRealApplicationOrAsIntended(String id, ObjectNode posted) {
        JsonNode expected = posted.path("quirk").asBoolean() ? posted.path("intended") : posted.path("expected");

        JsonNode result = LimitsFixture.result(posted);

        List<String> differences = new ArrayList<>();
        expected.properties().forEach(it -> {
            JsonNode ours = result.path(it.getKey());
            if (!it.getValue().equals(ours)) {
                differences.add("%s: expected %s, answered %s".formatted(it.getKey(), it.getValue(), ours));
            }
        });
        assertThat(differences).as(result.toPrettyString()).isEmpty();
        assertThat(expected.size()).isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void answersInTheShapeItPublishesWithAReasonAndARule(String id, ObjectNode posted) {
        JsonNode answer = LimitsFixture.answer(posted, Explain.RULES);

        Schemas.shipped().check("limits-response", answer);
        JsonNode result = answer.path("result");
        assertThat(result.path("detail").asText()).isNotBlank();
        if (result.path("answered").asBoolean()) {
            assertThat(result.path("rule").asText()).startsWith("limits: ");
            assertThat(result.path("reason").asText()).isNotEqualTo(Outcome.NO_RULE);
        }
    }
}
