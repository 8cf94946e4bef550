package io.bridgewarden.decisions;

import io.bridgewarden.authoring.CaseFile;
import io.bridgewarden.authoring.CaseSuite;
import io.bridgewarden.authoring.NearMisses;
import io.bridgewarden.authoring.RuleCase;
import io.bridgewarden.authoring.SuiteReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cases beside the shipped rules, run once for all tests that look at what came of them. */
final class ShippedCases {
    static final List<RuleCase> CASES =
            CaseFile.shipped().stream().flatMap(it -> it.cases().stream()).toList();

    private static @Nullable SuiteReport report;

    private ShippedCases() {}

    /** What came of them. */
    // Not run as the class is made: its threads would wait for the class, and it for them.
    static synchronized SuiteReport report() {
        if (report == null) {
            report = run();
        }
        return report;
    }

    private static SuiteReport run() {
        try {
            return new CaseSuite(DecisionsFixture.RULEBOOK, NearMisses.PROBED).run(CASES, it -> {});
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
