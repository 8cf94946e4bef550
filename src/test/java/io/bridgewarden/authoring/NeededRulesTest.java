package io.bridgewarden.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgewarden.decisions.all.AllDecisions;
import io.bridgewarden.rules.Rulebook;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases of a decision that asks others need no rules but those said to be inside of it. */
class NeededRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"authz", "route", "limits"})
    void casesPassOnTheRulesThatTheirDecisionNeeds(String decision) throws Exception {
        List<RuleCase> cases = CaseFile.shipped().stream()
                .filter(it -> it.decision().equals(decision))
                .flatMap(it -> it.cases().stream())
                .toList();

        try (Rulebook rules = Rulebook.shippedFor(AllDecisions.withThoseInside(Set.of(decision)))) {
            SuiteReport report = new CaseSuite(rules, NearMisses.SKIPPED).run(cases, it -> {});

            assertThat(report.failed()).isEmpty();
            assertThat(report.cases()).isNotEmpty();
            assertThat(rules.decisions()).doesNotContain("bridge");
        }
    }
}
