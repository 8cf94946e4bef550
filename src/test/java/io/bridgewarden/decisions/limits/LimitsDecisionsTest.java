package io.bridgewarden.decisions.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.decisions.Explain;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.rules.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsDecisionsTest {
    private static final String BARS_EVERYBODY = """
            package limits;

            import io.bridgewarden.decisions.limits.Barred;
            import io.bridgewarden.facts.CallOwner;

            rule "limits: bar everybody"
                @doc( "Nobody calls." )
                @source( "site" )
                @since( "2026-11-25" )
            when
                CallOwner()  // there is a call
            then
                insertLogical( new Barred("site-closed") );
            end
            """;

    private static ObjectNode outbound(String number, String account) {
        return LimitsFixture.json("""
                {"call": {"direction": "outbound", "number": "%s", "Custom-Channel-Vars": {"Account-ID": "account"}},
                 "account": %s, "reseller": "same"}""".formatted(number, account));
    }

    private static Problem refused(ObjectNode request) {
        try {
            LimitsFixture.result(request);
        } catch (CompletionException e) {
            return ((ProblemException) e.getCause()).problem();
        }
        throw new AssertionError("was answered");
    }

    @Test
    void aRefusalSaysWhichLimitWhatWasUsedAndWhatWouldHaveSufficed() {
        ObjectNode request = outbound("+12025550100", "{\"limits\": {\"twoway_trunks\": 5}, \"balance\": 100}");
        for (int i = 0; i < 5; i++) {
            request.withArray("channels").addObject().put("call_id", "c" + i).put("account_billing", "flat_rate");
        }

        JsonNode result = LimitsFixture.result(request);
        JsonNode trunks = result.at("/parties/0/checks/2");
        JsonNode balance = result.at("/parties/0/checks/3");

        assertThat(result.path("detail").asText())
                .startsWith("account: twoway trunks 5 of 5 in use; burst 0; balance 100");
        assertThat(trunks.path("value").asLong()).isEqualTo(5);
        assertThat(trunks.path("used").asLong()).isEqualTo(5);
        assertThat(trunks.path("would_suffice").asLong()).isEqualTo(6);
        assertThat(balance.path("would_suffice").asLong()).isEqualTo(5001);
    }

    @Test
    void whatWouldHaveSufficedSuffices() {
        ObjectNode more = outbound("+12025550100", "{\"limits\": {\"twoway_trunks\": 6}}");
        ObjectNode richer = outbound("+12025550100", "{\"limits\": {\"twoway_trunks\": 5}, \"balance\": 5001}");
        for (ObjectNode request : new ObjectNode[] {more, richer}) {
            for (int i = 0; i < 5; i++) {
                request.withArray("channels")
                        .addObject()
                        .put("call_id", "c" + i)
                        .put("account_billing", "flat_rate");
            }

            assertThat(LimitsFixture.result(request).path("Is-Authorized").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void anOutboundEmergencyCallIsCarriedWhateverASiteRuleSays(@TempDir Path rules) throws IOException {
        Path folder = Files.createDirectories(rules.resolve("limits"));
        Files.writeString(folder.resolve("site.drl"), BARS_EVERYBODY);
        try (Rulebook rulebook = Rulebook.load(rules)) {
            var decisions = LimitsFixture.decisions(rulebook);

            var help = decisions
                    .decide("limits", outbound("911", "{}"), Options.PLAIN)
                    .toCompletableFuture()
                    .join();
            var other = decisions
                    .decide("limits", outbound("+12025550100", "{}"), Options.PLAIN)
                    .toCompletableFuture()
                    .join();

            assertThat(((LimitsResult) help.result()).isAuthorized()).isTrue();
            assertThat(((LimitsResult) help.result()).accountBilling()).isEqualTo("limits_disabled");
            assertThat(((LimitsResult) other.result()).isAuthorized()).isFalse();
            assertThat(((LimitsResult) other.result()).reason()).isEqualTo("site-closed");
        }
    }

    @Test
    void anOutboundEmergencyCallIsCarriedThoughItsAccountCannotBeRead() {
        String broken = "{\"limits\": {\"pvt_inbound_channels_per_did_rules\": {\"(\": 1}}}";

        assertThat(LimitsFixture.result(outbound("911", broken))
                        .path("Is-Authorized")
                        .asBoolean())
                .isTrue();
        assertThat(refused(outbound("+12025550100", broken)).errors().get(0).pointer())
                .isEqualTo("#/account/limits/pvt_inbound_channels_per_did_rules/(");
    }

    @Test
    void aRegularExpressionThatWouldSearchForHoursIsRefusedAtItsPlace() {
        ObjectNode request = outbound(
                "1".repeat(60), "{\"limits\": {\"pvt_inbound_channels_per_did_rules\": {\"(.*.*.*.*.*.*.*.*)x\": 1}}}");

        Problem problem = refused(request);

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors().get(0).detail()).contains("takes too long");
    }

    @Test
    void aCycleOfUnknownNameIsRefusedAtItsPlace() {
        Problem problem = refused(outbound(
                "+12025550100",
                "{\"limits\": {\"allotments\": {\"did_us\": {\"amount\": 1, \"cycle\": \"yearly\"}}}}"));

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors().get(0).pointer()).isEqualTo("#/account/limits/allotments/did_us/cycle");
    }

    @Test
    void aCallWithoutANumberIsRefused() {
        ObjectNode request = outbound("x", "{}");
        ((ObjectNode) request.get("call")).remove("number");

        assertThat(refused(request).errors().get(0).pointer()).isEqualTo("#/call/number");
    }

    @Test
    void anAllotmentStartsAnewAtMidnightOfTheAccount() {
        String account = """
                {"timezone": "%s", "limits": {"allotments": {"did_us": {"amount": 600, "cycle": "daily"}}},
                 "allotment_usage": {"did_us": [[18000, 600]]}}""";
        ObjectNode there = outbound("+12025550100", account.formatted("America/New_York"));
        there.put("now", "2026-05-14T06:00:00Z");
        ObjectNode utc = outbound("+12025550100", account.formatted("UTC"));
        utc.put("now", "2026-05-14T06:00:00Z");

        assertThat(LimitsFixture.result(there).path("Is-Authorized").asBoolean())
                .isTrue();
        assertThat(LimitsFixture.result(utc).path("Is-Authorized").asBoolean()).isFalse();
    }

    @Test
    void explainsWhatKeptAPartyFromCarryingTheCall() {
        JsonNode explanation = LimitsFixture.answer(outbound("+12025550100", "{}"), Explain.WHY_NOT)
                .path("explanation");

        assertThat(explanation.at("/why_not/0/party").asText()).isEqualTo("account");
        assertThat(explanation.at("/why_not/0/rules").findValuesAsText("failed"))
                .contains("a trunk of the direction or a two-way one is free", "more than the reserve is left");
    }

    @Test
    void aCallerThatMayNotOverrideConfigurationMayNotHere() {
        ObjectNode request = outbound("+12025550100", "{}");
        request.putObject("config").putObject("limits").put("calls", 100);
        var decisions = LimitsFixture.decisions(DecisionsFixture.RULEBOOK);

        var answer = decisions
                .decide("limits", request, new Options(Explain.NONE, false, false))
                .toCompletableFuture();

        assertThatThrownBy(answer::join)
                .hasCauseInstanceOf(ProblemException.class)
                .hasMessageContaining("forbidden");
    }

    @Test
    void theRuleOfThePageLetsEverybodyBurstByOneAndNoFurther(@TempDir Path rules) throws IOException {
        Path folder = Files.createDirectories(rules.resolve("limits"));
        try (Stream<Path> shipped = Files.list(Path.of("rules/limits"))) {
            for (Path file :
                    shipped.filter(it -> it.toString().endsWith(".drl")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        String page = Files.readString(Path.of("docs/limits.md"));
        String rule = page.substring(page.indexOf("```drl\n") + 7, page.indexOf("```\n", page.indexOf("```drl\n")));
        Files.writeString(folder.resolve("site.drl"), rule);
        try (Rulebook rulebook = Rulebook.load(rules)) {
            var decisions = LimitsFixture.decisions(rulebook);
            ObjectNode one = outbound("+12025550100", "{\"limits\": {\"twoway_trunks\": 1}}");
            one.withArray("channels").addObject().put("call_id", "c1").put("account_billing", "flat_rate");
            ObjectNode two = one.deepCopy();
            two.withArray("channels").addObject().put("call_id", "c2").put("account_billing", "flat_rate");

            JsonNode carried = DecisionsFixture.result(decisions, "limits", one, Options.PLAIN);
            JsonNode barred = DecisionsFixture.result(decisions, "limits", two, Options.PLAIN);

            assertThat(carried.path("Account-Billing").asText()).isEqualTo("flat_rate_burst");
            assertThat(carried.path("rule").asText()).isEqualTo("limits: charge a trunk after allotments");
            assertThat(barred.path("Is-Authorized").asBoolean()).isFalse();
        }
    }
}
