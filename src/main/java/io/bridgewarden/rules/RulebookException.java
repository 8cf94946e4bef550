package io.bridgewarden.rules;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when rule files cannot be put in force; nothing of them is. */
public final class RulebookException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<RuleProblem> problems;

    RulebookException(List<RuleProblem> problems) {
        super(problems.stream().map(RuleProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Every problem found, by file and line. */
    public List<RuleProblem> problems() {
        return problems;
    }
}
