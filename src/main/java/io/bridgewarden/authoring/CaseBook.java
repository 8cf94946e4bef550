package io.bridgewarden.authoring;

import io.bridgewarden.rules.RuleInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cases, by the rule they are about. Immutable. */
public final class CaseBook {
    private final Map<Rule, List<RuleCase>> byRule;

    private record Rule(String decision, String name) {}

    private CaseBook(Map<Rule, List<RuleCase>> byRule) {
        this.byRule = byRule;
    }

    /**
     * Those of some files.
     *
     * @throws io.bridgewarden.documents.ProblemException if a file is not JSON
     */
    public static CaseBook of(List<CaseFile> files) {
        Map<Rule, List<RuleCase>> byRule = new HashMap<>();
        for (CaseFile file : files) {
            for (RuleCase it : file.cases()) {
                byRule.computeIfAbsent(new Rule(it.decision(), it.rule()), rule -> new ArrayList<>())
                        .add(it);
            }
        }
        return new CaseBook(byRule);
    }

    /** The cases of a rule, by file, in order. */
    public List<RuleCase> of(RuleInfo rule) {
        return List.copyOf(byRule.getOrDefault(new Rule(rule.decision(), rule.name()), List.of()));
    }
}
