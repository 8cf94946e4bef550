package io.bridgewarden.decisions;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.rules.RuleInfo;
import io.bridgewarden.rules.RuleInfo.Condition;
import io.bridgewarden.rules.WhyNot;
import io.bridgewarden.rules.WhyNot.Blocked;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases beside the rules. */
class RuleCasesTest {
    private static final Decisions DECISIONS = DecisionsFixture.shipped();
    private static final Options WITH_RULES = new Options(Explain.RULES, true, true);
    private static final Map<String, WhyNot> WHY_NOT = new HashMap<>();

    static Stream<Path> files() {
        return RuleCase.files().stream();
    }

    static Stream<RuleCase> cases() {
        return RuleCase.all().stream();
    }

    static Stream<RuleCase> nearMisses() {
        return cases().filter(it -> !it.hits());
    }

    static Stream<RuleInfo> rules() {
        return DecisionsFixture.RULEBOOK.rules().stream();
    }

    static Stream<RuleInfo> rulesWithCases() {
        Set<String> decisions = cases().map(RuleCase::decision).collect(toSet());
        return rules().filter(it -> decisions.contains(it.decision()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void keepsToTheSchemaOfCases(Path file) {
        assertThat(Schemas.shipped().violations("rule-case", RuleCase.read(file), "#"))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isAnsweredAsTheCaseSays(RuleCase given) {
        JsonNode answer = DecisionsFixture.answer(DECISIONS, given.decision(), given.request(), WITH_RULES);

        assertFired(given, answer.path("explanation").path("fired"));
        assertHas(answer.path("result"), given.json().path("result"), "result");
    }

    // Of the firings, those on what the case is about are told by the next test: they would leave no condition failed.
    private static void assertFired(RuleCase given, JsonNode firings) {
        List<String> fired = new ArrayList<>();
        firings.forEach(it -> fired.add(it.path("rule").asText()));
        if (given.hits()) {
            assertThat(fired).contains(given.rule());
        } else if (!given.json().has("about")) {
            assertThat(fired).doesNotContain(given.rule());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nearMisses")
    void failsFirstInTheConditionTheCaseNames(RuleCase given) {
        Verdict verdict = DECISIONS
                .verdict(given.decision(), given.request(), WITH_RULES)
                .toCompletableFuture()
                .join();
        List<Object> known = new ArrayList<>(verdict.facts());
        verdict.evaluation().concluded().forEach(it -> known.add(it.conclusion()));

        List<Blocked> blocked = whyNot(given.decision())
                .probe(known)
                .blocked(rule -> rule.name().equals(given.rule()), given::isOfItsKind, given::isItsOwn);

        assertThat(blocked).hasSize(1);
        assertThat(names(blocked.get(0).failed())).contains(given.misses());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void namesARuleOfItsFolderAndOneOfItsConditions(RuleCase given) {
        List<RuleInfo> named = rules().filter(it ->
                        it.decision().equals(given.decision()) && it.name().equals(given.rule()))
                .toList();

        assertThat(named).hasSize(1);
        if (!given.hits()) {
            assertThat(named.get(0).conditions().stream().filter(it -> names(it).contains(given.misses())))
                    .hasSize(1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesWithCases")
    void everyRuleHasAHitAndEveryConditionANearMiss(RuleInfo rule) {
        List<RuleCase> cases = cases().filter(
                        it -> it.decision().equals(rule.decision()) && it.rule().equals(rule.name()))
                .toList();
        Set<String> missed = cases.stream().map(RuleCase::misses).collect(toSet());

        assertThat(cases).anyMatch(RuleCase::hits);
        assertThat(rule.conditions())
                .filteredOn(RuleCasesTest::hasWords)
                .allSatisfy(it -> assertThat(names(it)).containsAnyElementsOf(missed));
    }

    @Test
    void everyDecisionWithRulesHasCases() {
        assertThat(cases().map(RuleCase::decision).collect(toSet()))
                .isEqualTo(DecisionsFixture.RULEBOOK.decisions())
                .isEqualTo(DECISIONS.names());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void everyRuleTellsAuditorsWhatWhyAndSinceWhen(RuleInfo rule) {
        assertThat(rule.doc()).isNotBlank();
        assertThat(rule.source()).isNotBlank();
        assertThat(LocalDate.parse(rule.since())).isNotNull();
        assertThat(rule.name()).startsWith(rule.decision() + ": ");
        assertThat(rule.concludes()).hasSize(1);
        assertThat(rule.conditions()).anyMatch(RuleCasesTest::hasWords);
    }

    private static WhyNot whyNot(String decision) {
        return WHY_NOT.computeIfAbsent(
                decision,
                it -> DecisionsFixture.RULEBOOK.whyNot(it).toCompletableFuture().join());
    }

    /** What a case may call a condition: its words, or its text where two of a rule have the same words. */
    private static List<String> names(Condition condition) {
        return List.of(condition.words(), condition.text());
    }

    // What has none of its own ties patterns together, and nobody needs to be told that it failed.
    private static boolean hasWords(Condition condition) {
        return !condition.words().equals(condition.text());
    }

    /** Every member that is listed is there; lists are of one length and compared item by item. */
    private static void assertHas(JsonNode actual, JsonNode listed, String at) {
        if (listed.isObject()) {
            listed.properties()
                    .forEach(it -> assertHas(actual.path(it.getKey()), it.getValue(), at + "/" + it.getKey()));
        } else if (listed.isArray()) {
            assertThat(actual).as(at).hasSize(listed.size());
            for (int i = 0; i < listed.size(); i++) {
                assertHas(actual.path(i), listed.get(i), at + "/" + i);
            }
        } else if (!listed.isMissingNode()) {
            assertThat(actual).as(at).isEqualTo(listed);
        }
    }
}
