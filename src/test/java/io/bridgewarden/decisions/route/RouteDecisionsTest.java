package io.bridgewarden.decisions.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Decisions;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.decisions.Explain;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.facts.CheckAnswer.Verdict;
import io.bridgewarden.rules.Rulebook;
import io.bridgewarden.store.Configuration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteDecisionsTest {
    private static final Decisions SHIPPED = DecisionsFixture.shipped();
    private static final Authorization ALLOWS = question -> CompletableFuture.completedFuture(
            new Authorization.Answer(Verdict.ALLOWED_BARE, null, false, false, null, null));

    @TempDir
    Path folder;

    private static Decisions with(Rulebook rulebook, Configuration configuration, Authorization authorization) {
        return new Decisions(
                () -> rulebook,
                () -> configuration,
                Schemas.shipped(),
                InstantSource.fixed(DecisionsFixture.NOW),
                null,
                List.of(new RouteDecisions(authorization)));
    }

    private static JsonNode result(Decisions decisions, String request) {
        return DecisionsFixture.result(decisions, "route", json(request), Options.PLAIN);
    }

    private static ObjectNode json(String json) {
        return Json.readObject(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void contextsThatAreBoundAreThoseOfTheSwitchThatAsks() throws IOException {
        Path file = Files.writeString(folder.resolve("config.json"), """
                { "default": { "call_routing_bindings": ["context_2"] },
                  "freeswitch@trunks.example": { "call_routing_bindings": ["trunks"] },
                  "ecallmgr@apps.example": { "call_routing_bindings": ["apps"] } }
                """);
        Decisions decisions = with(DecisionsFixture.RULEBOOK, Configuration.load(file), ALLOWS);
        String request = "{'context': 'trunks', 'node': 'ecallmgr@apps.example', 'channel': {}%s}";

        JsonNode here = result(decisions, request.formatted(", 'switch': 'freeswitch@trunks.example'"));
        JsonNode other = result(decisions, request.formatted(", 'switch': 'freeswitch@media.example'"));
        JsonNode unnamed = result(decisions, request.formatted(""));

        assertThat(here.path("ours").asBoolean()).isTrue();
        assertThat(other.path("ours").asBoolean()).isFalse();
        assertThat(unnamed.path("ours").asBoolean()).isFalse();
    }

    @Test
    void authorizationIsAskedOnlyAboutACallThatIsTakenWhileItIsOn() {
        Authorization notToBeAsked = question -> {
            throw new AssertionError("authorization was asked");
        };
        Decisions decisions = with(DecisionsFixture.RULEBOOK, Configuration.empty(), notToBeAsked);

        assertThat(result(decisions, "{'channel': {}, 'route': {'Method': 'park'}}")
                        .path("reply")
                        .asText())
                .isEqualTo("route");
        assertThat(result(decisions, "{'config': {'authz_enabled': true}, 'context': 'elsewhere', 'channel': {}}")
                        .path("reply")
                        .asText())
                .isEqualTo("none");
        assertThat(result(decisions, "{'config': {'authz_enabled': true}, 'caller': {'listed': true}, 'channel': {}}")
                        .path("reply")
                        .asText())
                .isEqualTo("error");
    }

    @Test
    void limitsThatComeWithTheRequestAreAskedInPlaceOfTheService() {
        String request = """
                { 'config': { 'authz_enabled': true }, 'route': { 'Method': 'park' },
                  'channel': { 'Call-Direction': 'inbound', 'Number': '+12025550100',
                    'Custom-Channel-Vars': { 'Account-ID': 'account' } },
                  'account': { 'limits': { 'twoway_trunks': %d, 'pvt_allow_prepay': false } }, 'reseller': 'same' }
                """;

        JsonNode affords = result(SHIPPED, request.formatted(1));
        JsonNode doesNot = result(SHIPPED, request.formatted(0));

        assertThat(affords.path("reply").asText()).isEqualTo("route");
        assertThat(affords.at("/route_vars/Account-Billing").asText()).isEqualTo("flat_rate");
        assertThat(doesNot.path("error").asText()).isEqualTo("403 Incoming call barred");
        assertThat(doesNot.at("/authz/limits/answered").asBoolean()).isTrue();
    }

    @Test
    void limitsThatCannotBeReadAreTheMistakeOfWhoeverSendsThem() {
        ObjectNode request = json("""
                { 'config': { 'authz_enabled': true }, 'route': { 'Method': 'park' },
                  'channel': { 'Call-Direction': 'inbound', 'Number': '+12025550100',
                    'Custom-Channel-Vars': { 'Account-ID': 'account' } },
                  'account': { 'limits': { 'pvt_twoway_trunks': 'many' } }, 'reseller': 'same' }
                """);

        assertThatThrownBy(() -> DecisionsFixture.result(SHIPPED, "route", request, Options.PLAIN))
                .hasRootCauseInstanceOf(ProblemException.class)
                .rootCause()
                .extracting(
                        it -> ((ProblemException) it).problem().errors().get(0).pointer())
                .asString()
                .startsWith("#/account/limits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'context_2'", "'call_routing_bindings'"})
    void aListOfContextsThatIsNoListIsRefused(String bindings) {
        ObjectNode request = json("{'config': {'call_routing_bindings': %s}, 'channel': {}}".formatted(bindings));

        assertThatThrownBy(() -> DecisionsFixture.result(SHIPPED, "route", request, Options.PLAIN))
                .hasRootCauseInstanceOf(ProblemException.class)
                .hasStackTraceContaining("#/config/call_routing_bindings");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=rtpmap:96 telephone-event/8000",
                "m=audio 4000 RTP/AVP 0 101\\r\\na=rtpmap:101 TELEPHONE-EVENT/16000\\r\\n",
                "101 telephone-event"
            })
    void keysThatAreOfferedAsEventsAreNotListenedFor(String sdp) {
        String request = "{'config': {'should_detect_inband_dtmf': true}, 'channel': {}, 'remote_sdp': '%s'}";

        assertThat(result(SHIPPED, request.formatted(sdp))
                        .path("detect_inband_dtmf")
                        .asBoolean())
                .isFalse();
        assertThat(result(SHIPPED, request.formatted(sdp.replaceAll("(?i)telephone", "cellphone")))
                        .path("detect_inband_dtmf")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whatNoRuleAnswersIsAnErrorAndWhatNoRuleTakesIsLeftToOthers() throws IOException {
        write("""
                package route;

                import io.bridgewarden.decisions.route.TakeFetch;
                import io.bridgewarden.facts.Fetch;

                rule "route: take what names a context"
                when
                    Fetch( context != null )
                then
                    insertLogical( new TakeFetch("named") );
                end
                """);
        try (Rulebook silent = Rulebook.load(folder)) {
            Decisions decisions = with(silent, Configuration.empty(), ALLOWS);

            JsonNode taken = result(decisions, "{'context': 'a', 'channel': {}, 'route': {'Method': 'park'}}");
            JsonNode left = result(decisions, "{'channel': {}, 'route': {'Method': 'park'}}");

            assertThat(taken.path("reply").asText()).isEqualTo("error");
            assertThat(taken.path("error").asText()).isEqualTo(RouteResult.NO_RULE);
            assertThat(left.path("reply").asText()).isEqualTo("none");
        }
    }

    @Test
    void anErrorOutweighsARouteAndNoRouteGoesOutWhereNoneCame() throws IOException {
        write("""
                package route;

                import io.bridgewarden.decisions.route.Answering.Kind;
                import io.bridgewarden.decisions.route.Reply;
                import io.bridgewarden.decisions.route.TakeFetch;
                import io.bridgewarden.facts.Fetch;

                rule "route: take all"
                when
                    Fetch()
                then
                    insertLogical( new TakeFetch("all") );
                end

                rule "route: send all"
                when
                    Fetch()
                then
                    insertLogical( new Reply(Kind.ROUTE_AS_IT_IS, "all") );
                end

                rule "route: refuse the context of tests"
                when
                    Fetch( context == "tests" )
                then
                    insertLogical( new Reply(Kind.ERROR, "480 Not now", "tests") );
                end
                """);
        try (Rulebook site = Rulebook.load(folder)) {
            Decisions decisions = with(site, Configuration.empty(), ALLOWS);

            JsonNode both = result(decisions, "{'context': 'tests', 'channel': {}, 'route': {'Method': 'park'}}");
            JsonNode one = result(decisions, "{'channel': {}, 'route': {'Method': 'park'}}");
            JsonNode none = result(decisions, "{'channel': {}, 'route': null}");

            assertThat(both.path("error").asText()).isEqualTo("480 Not now");
            assertThat(one.path("method").asText()).isEqualTo("park");
            assertThat(none.path("error").asText()).isEqualTo(RouteResult.NO_RULE);
        }
    }

    @Test
    void tellsWhatKeptAFetchFromBeingTaken() {
        JsonNode why = DecisionsFixture.answer(
                        SHIPPED,
                        "route",
                        json("{'context': 'trunks', 'channel': {}}"),
                        new Options(Explain.WHY_NOT, true, true))
                .at("/explanation/why_not");

        assertThat(why.findValuesAsText("failed"))
                .contains("its context is the system's own (freeswitch_context)", "its context is bound");
    }

    private void write(String rules) throws IOException {
        Files.createDirectories(folder.resolve("route"));
        Files.writeString(folder.resolve("route/site.drl"), rules);
    }
}
