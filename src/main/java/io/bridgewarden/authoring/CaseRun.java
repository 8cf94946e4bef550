package io.bridgewarden.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.bridgewarden.rules.WhyNot.Findings;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of a case.
 *
 * @param mismatches where it is not as the case says; none where it passed
 * @param fired names of the rules that fired, sorted
 * @param result the decision's own document; missing where the request was refused
 * @param findings which conditions were met, where that was asked and the request was decided
 */
public record CaseRun(
        RuleCase ruleCase,
        List<Mismatch> mismatches,
        Set<String> fired,
        JsonNode result,
        @Nullable Findings findings) {
    public CaseRun {
        mismatches = List.copyOf(mismatches);
    }

    static CaseRun refused(RuleCase given, String why) {
        return new CaseRun(
                given,
                List.of(Mismatch.of("/request", "the request was refused: " + why)),
                Set.of(),
                MissingNode.getInstance(),
                null);
    }

    public boolean passed() {
        return mismatches.isEmpty();
    }
}
