package io.bridgewarden.decisions.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.ConformanceCases;
import io.bridgewarden.decisions.Decisions;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.documents.Schemas;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases answered by the real KAZOO code, and what is meant where that code is wrong. */
class RouteConformanceTest {
    private static final Decisions DECISIONS = DecisionsFixture.shipped();

    static Stream<Arguments> cases() {
        return ConformanceCases.named("authz-fetch.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void answersAsKazooOrAsItIsMeantTo(String id, ObjectNode posted) {
        JsonNode expected = posted.has("intended") ? posted.path("intended") : posted.path("expected");

        JsonNode answer = DecisionsFixture.answer(DECISIONS, "route", posted, Options.PLAIN);

        JsonNode result = answer.path("result");
        assertThat(expected.properties()).isNotEmpty().allSatisfy(it -> {
            if (it.getValue().asText().equals("any")) { // any error is better than the silence of KAZOO
                assertThat(result.path(it.getKey()).asText()).matches("[4-6]\\d\\d .+");
            } else {
                assertThat(result.get(it.getKey())).as(it.getKey()).isEqualTo(it.getValue());
            }
        });
        assertThat(Schemas.shipped().violations("route-response", answer, "#")).isEmpty();
    }
}
