package io.bridgewarden.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgewarden.authoring.coverage.Coverage;
import io.bridgewarden.authoring.coverage.Coverage.OfCondition;
import io.bridgewarden.authoring.coverage.Coverage.OfRule;
import org.junit.jupiter.api.Test;

/** The shipped cases work every shipped rule and each of its conditions. */
class ShippedCoverageTest {
    private static final Coverage COVERAGE = Coverage.of(DecisionsFixture.RULEBOOK.rules(), ShippedCases.report());

    @Test
    void everyRuleIsMeasured() {
        assertThat(COVERAGE.rules()).extracting(OfRule::rule).isEqualTo(DecisionsFixture.RULEBOOK.rules());
    }

    @Test
    void everyRuleFiresInACaseAndDoesNotInAnother() {
        assertThat(COVERAGE.rules())
                .filteredOn(it -> !it.covered())
                .extracting(it -> it.rule().name())
                .isEmpty();
    }

    @Test
    void everyConditionHoldsInACaseAndIsTheFirstToFailInAnother() {
        assertThat(COVERAGE.rules())
                .flatExtracting(OfRule::conditions)
                .filteredOn(it -> !it.covered())
                .extracting(OfCondition::condition)
                .isEmpty();
    }
}
