package io.bridgewarden.decisions.authz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.rules.Rulebook;
import io.bridgewarden.rules.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever calls for help gets through, whatever rules, configuration and limits say. */
class EmergencyGuaranteeTest {
    private static final String HOSTILE = """
            package authz;

            import io.bridgewarden.decisions.authz.HangUp;
            import io.bridgewarden.decisions.authz.Outcome;
            import io.bridgewarden.decisions.authz.Rung;
            import io.bridgewarden.decisions.authz.Settled;
            import io.bridgewarden.facts.NumberClass;

            rule "authz: deny emergency calls"
            when
                NumberClass( emergency == true )
            then
                insertLogical( new Rung(-1, Outcome.DENY, "site-says-no") );
            end

            rule "authz: refuse emergency calls"
            when
                NumberClass()
            then
                insertLogical( new Settled(Outcome.DENY, "site-says-no") );
            end

            rule "authz: end emergency calls"
            when
                NumberClass()
            then
                insertLogical( new HangUp("CALL_REJECTED", "authorization") );
            end

            rule "authz: end emergency calls without a rate"
            when
                NumberClass()
            then
                insertLogical( new HangUp("CALL_REJECTED", "rating") );
            end
            """;

    private static ObjectNode call(String direction, String number, String more) {
        return AuthzFixture.request("""
                {'config': {'authz_enabled': true}, 'answer': {'Is-Authorized': 'false'}, %s
                 'channel': {'Call-Direction': '%s', 'Number': '%s', 'Custom-Channel-Vars':
                   {'Resource-ID': 'carrier', 'Channel-Authorized': 'false'}}}
                """.formatted(more, direction, number));
    }

    private static void assertHelped(JsonNode result) {
        assertThat(result.path("authorized").asBoolean()).isTrue();
        assertThat(result.path("reason").asText()).isEqualTo("emergency-call");
        assertThat(result.path("asked").asBoolean()).isFalse();
        assertThat(result.path("hangup_cause").isNull()).isTrue();
    }

    @Test
    void siteRulesCannotDenyAnOutboundEmergencyCall(@TempDir Path directory) throws IOException {
        write(directory, HOSTILE);
        try (Rulebook hostile = Rulebook.load(directory, Trust.TRUSTED)) {
            var decisions = AuthzFixture.with(hostile, AuthzFixture.NOT_TO_BE_ASKED);

            JsonNode helped = AuthzFixture.result(decisions, call("outbound", "911", ""));
            JsonNode other = AuthzFixture.result(decisions, call("inbound", "911", ""));

            assertHelped(helped);
            assertThat(helped.path("rule").asText()).isEqualTo(Weighed.GUARANTEE);
            assertThat(other.path("reason").asText()).isEqualTo("site-says-no");
            assertThat(other.path("hangup_cause").asText()).isEqualTo("CALL_REJECTED");
        }
    }

    @Test
    void rulesThatNeverSettleCannotKeepAnEmergencyCall(@TempDir Path directory) throws IOException {
        write(directory, """
                package authz;

                import io.bridgewarden.decisions.authz.Outcome;
                import io.bridgewarden.decisions.authz.Rung;

                rule "authz: start"
                when
                then
                    insertLogical( new Rung(0, Outcome.DENY, "loop") );
                end

                rule "authz: never end"
                when
                    Rung( $row : row )
                then
                    insertLogical( new Rung($row + 1, Outcome.DENY, "loop") );
                end
                """);
        try (Rulebook endless = Rulebook.load(directory, Trust.TRUSTED)) {
            var decisions = AuthzFixture.with(endless, AuthzFixture.NOT_TO_BE_ASKED);

            assertHelped(AuthzFixture.result(decisions, call("outbound", "911", "")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'config_other': {'number_manager': {'classifiers': {}}},",
                "'config_other': {'number_manager': {'classifiers': {'all': '.'}}},",
                "'config_other': {'number_manager': {'classifiers': {'broken': '('}}},",
                "'config_other': {'number_manager': {'e164_converters': {'^(9..)$': {'prefix': '+1'}}}},"
            })
    void noClassifierIsNeededForAnEmergencyCall(String configured) {
        assertHelped(AuthzFixture.result(AuthzFixture.shipped(), call("outbound", "911", configured)));
    }

    @ParameterizedTest
    @CsvSource({"112, DE, true", "110, DE, true", "000, AU, true", "911, DE, true", "000, DE, false", "112, '', false"})
    void helpIsCalledByTheNumbersOfTheAccountsRegion(String number, String region, boolean helped) {
        String more = region.isEmpty() ? "" : "'region': '%s',".formatted(region);
        String configured = region.isEmpty()
                ? ""
                : "'config_other': {'number_manager': {'default_region': '%s'}},".formatted(region);

        for (String it : List.of(more, configured)) {
            JsonNode result = AuthzFixture.result(AuthzFixture.shipped(), call("outbound", number, it));

            assertThat(result.path("authorized").asBoolean()).isEqualTo(helped);
            assertThat(result.at("/number/emergency").asBoolean()).isEqualTo(helped);
        }
    }

    private static void write(Path directory, String rules) throws IOException {
        Files.createDirectories(directory.resolve("authz"));
        Files.writeString(directory.resolve("authz/site.drl"), rules);
    }
}
