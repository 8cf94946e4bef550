package io.bridgewarden.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgewarden.authoring.CaseFile;
import io.bridgewarden.authoring.CaseSuite;
import io.bridgewarden.authoring.NearMisses;
import io.bridgewarden.authoring.RuleCase;
import io.bridgewarden.authoring.coverage.Coverage;
import io.bridgewarden.authoring.coverage.Coverage.OfCondition;
import io.bridgewarden.authoring.coverage.Coverage.OfRule;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped cases work every shipped rule and each of its conditions. */
class ShippedCoverageTest {
    private static Coverage coverage;

    @BeforeAll
    static void measure() throws InterruptedException {
        List<RuleCase> cases =
                CaseFile.shipped().stream().flatMap(it -> it.cases().stream()).toList();
        CaseSuite suite = new CaseSuite(DecisionsFixture.RULEBOOK, NearMisses.PROBED);
        coverage = Coverage.of(DecisionsFixture.RULEBOOK.rules(), suite.run(cases, it -> {}));
    }

    @Test
    void everyRuleIsMeasured() {
        assertThat(coverage.rules()).extracting(OfRule::rule).isEqualTo(DecisionsFixture.RULEBOOK.rules());
    }

    @Test
    void everyRuleFiresInACaseAndDoesNotInAnother() {
        assertThat(coverage.rules())
                .filteredOn(it -> !it.covered())
                .extracting(it -> it.rule().name())
                .isEmpty();
    }

    @Test
    void everyConditionHoldsInACaseAndIsTheFirstToFailInAnother() {
        assertThat(coverage.rules())
                .flatExtracting(OfRule::conditions)
                .filteredOn(it -> !it.covered())
                .extracting(OfCondition::condition)
                .isEmpty();
    }
}
