package io.bridgewarden.decisions;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.bridgewarden.authoring.CaseFile;
import io.bridgewarden.authoring.CaseReport;
import io.bridgewarden.authoring.RuleCase;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.rules.RuleInfo;
import io.bridgewarden.rules.RuleInfo.Condition;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases beside the rules. */
class RuleCasesTest {
    private static final Decisions DECISIONS = DecisionsFixture.shipped();

    static Stream<CaseFile> files() {
        return CaseFile.shipped().stream();
    }

    static Stream<RuleCase> cases() {
        return ShippedCases.CASES.stream();
    }

    static Stream<Named<CaseReport>> reports() {
        return ShippedCases.report().cases().stream()
                .map(it -> Named.of(it.ruleCase().toString(), it));
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
    void keepsToTheSchemaOfCases(CaseFile file) {
        assertThat(Schemas.shipped().violations("rule-case", file.json(), "#")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void isAnsweredAsTheCaseSays(CaseReport report) {
        assertThat(report.mismatches()).isEmpty();
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
        // What has none of its own ties patterns together, and nobody needs to be told that it failed.
        assertThat(rule.conditions())
                .filteredOn(Condition::hasWords)
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
        assertThat(rule.conditions()).anyMatch(Condition::hasWords);
    }

    /** What a case may call a condition: its words, or its text where two of a rule have the same words. */
    private static List<String> names(Condition condition) {
        return List.of(condition.words(), condition.text());
    }
}
