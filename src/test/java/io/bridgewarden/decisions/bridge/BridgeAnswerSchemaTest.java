package io.bridgewarden.decisions.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Decisions;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.decisions.Explain;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Schemas;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is answered is what its schema promises, to the last member. */
class BridgeAnswerSchemaTest {
    private static final Decisions DECISIONS = DecisionsFixture.shipped();

    static Stream<Arguments> cases() throws IOException {
        return Stream.concat(cases("bridge.json"), cases("bridge-command.json"));
    }

    private static Stream<Arguments> cases(String file) throws IOException {
        try (var stream = BridgeAnswerSchemaTest.class.getResourceAsStream("/conformance/" + file)) {
            return StreamSupport.stream(Json.read(stream.readAllBytes()).spliterator(), false)
                    .map(it -> Arguments.of(it.path("id").asText(), it));
        }
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
