package io.bridgewarden.decisions.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.ConformanceCases;
import io.bridgewarden.decisions.Decisions;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.decisions.Explain;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.documents.Schemas;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is answered is what its schema promises, to the last member. */
class BridgeAnswerSchemaTest {
    private static final Decisions DECISIONS = DecisionsFixture.shipped();

    static Stream<Arguments> cases() {
        return Stream.concat(ConformanceCases.named("bridge.json"), ConformanceCases.named("bridge-command.json"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isOfTheShapeThatItsSchemaPromises(String id, ObjectNode posted) {
        JsonNode answer =
                DecisionsFixture.answer(DECISIONS, "bridge", posted, new Options(Explain.WHY_NOT, false, true));

        assertThat(Schemas.shipped().violations("bridge-response", answer, "#")).isEmpty();
        assertThat(Schemas.shipped().violations("decision", answer, "#")).isEmpty();
    }
}
