package io.bridgewarden.decisions.authz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.ConformanceCases;
import io.bridgewarden.decisions.Decisions;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.documents.Schemas;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases answered by the real KAZOO code, and what is meant where that code is wrong. */
class AuthzConformanceTest {
    private static final Decisions DECISIONS = AuthzFixture.shipped();

    static Stream<Arguments> cases() {
        return ConformanceCases.named("authz.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void answersAsKazooOrAsItIsMeantTo(String id, ObjectNode posted) {
        JsonNode expected = posted.path("quirk").asBoolean() ? posted.path("intended") : posted.path("expected");
        if (expected.path("error").asBoolean()) {
            assertThatThrownBy(() -> AuthzFixture.result(DECISIONS, posted))
                    .hasRootCauseInstanceOf(ProblemException.class)
                    .rootCause()
                    .extracting(it -> ((ProblemException) it).problem().status())
                    .isEqualTo(422);
            return;
        }

        JsonNode answer = DecisionsFixture.answer(DECISIONS, "authz", posted, Options.PLAIN);

        JsonNode result = answer.path("result");
        assertThat(expected.properties())
                .isNotEmpty()
                .allSatisfy(it ->
                        assertThat(result.get(it.getKey())).as(it.getKey()).isEqualTo(it.getValue()));
        assertThat(result.has("switch_vars")).isEqualTo(expected.has("switch_vars"));
        assertThat(result.path("rule").asText()).startsWith("authz: ");
        assertThat(Schemas.shipped().violations("authz-response", answer, "#")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void asksForTheRateThatKazooAsksFor(String id, ObjectNode posted) {
        JsonNode asked = posted.path("detail").path("rating_request");
        JsonNode intended = posted.path("detail").path("intended_outbound_flags");
        JsonNode expected = posted.path("quirk").asBoolean() ? posted.path("intended") : posted.path("expected");
        if (!asked.isObject() || !expected.path("rated").asBoolean()) {
            return;
        }

        JsonNode request = AuthzFixture.result(DECISIONS, posted).path("rating_request");

        assertThat(asked.properties()).allSatisfy(it -> {
            boolean own = List.of("Call-ID", "Outbound-Flags").contains(it.getKey());
            if (!own) {
                assertThat(request.get(it.getKey())).as(it.getKey()).isEqualTo(it.getValue());
            }
        });
        JsonNode flags = intended.isArray() ? intended : asked.path("Outbound-Flags");
        assertThat(request.path("Outbound-Flags")).isEqualTo(flags);
    }

    @Test
    void warnsOfASwitchThatIsOffForItsSpelling() {
        ObjectNode request = AuthzFixture.request(
                "{'channel': {'Call-Direction': 'outbound', 'Number': '+12025550100'}, 'config': {'authz_enabled': 'yes'}}");

        JsonNode result = AuthzFixture.result(DECISIONS, request);

        assertThat(result.path("authorized").asBoolean()).isTrue();
        assertThat(result.at("/warnings/0/pointer").asText()).isEqualTo("#/config/authz_enabled");
        assertThat(result.at("/warnings/0/detail").asText())
                .isEqualTo("expected `true` or `false`, found `yes`; taken for `false`");
    }

    @Test
    void saysNothingOfASwitchThatIsSpelledRight() {
        ObjectNode request = AuthzFixture.request(
                "{'channel': {'Call-Direction': 'outbound', 'Number': '+12025550100'}, 'config': {'authz_enabled': 'false'}}");

        assertThat(AuthzFixture.result(DECISIONS, request).has("warnings")).isFalse();
    }
}
