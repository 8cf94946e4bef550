package io.bridgewarden.rules;

import java.util.List;
import java.util.Set;

/** Tries rules before they are put in force. */
@FunctionalInterface
public interface Trial {
    /** Finds nothing wrong. */
    Trial NONE = (candidate, changed) -> List.of();

    /**
     * What speaks against rules that compile.
     *
     * @param candidate stays open for as long as this takes; its firings are not counted
     * @param changed the decisions whose rules are others than those in force
     * @return where it stands and what it is; empty if the rules may be put in force
     */
    List<RuleProblem> problems(Rulebook candidate, Set<String> changed);
}
