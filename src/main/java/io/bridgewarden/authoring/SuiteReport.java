package io.bridgewarden.authoring;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is told of many cases.
 *
 * @param revision of the rules they were run on
 * @param cases by file and place
 * @param took from the first start to the last end
 */
public record SuiteReport(String revision, List<CaseReport> cases, Duration took) {
    public SuiteReport {
        cases = List.copyOf(cases);
    }

    /** Those that are not as they say. */
    public List<CaseReport> failed() {
        return cases.stream().filter(it -> !it.passed()).toList();
    }

    /** The same by decision. */
    public Map<String, List<CaseReport>> byDecision() {
        return cases.stream()
                .collect(Collectors.groupingBy(it -> it.ruleCase().decision(), TreeMap::new, Collectors.toList()));
    }
}
