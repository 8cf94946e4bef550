package io.bridgewarden.authoring;

import io.bridgewarden.rules.RuleProblem;
import java.util.Comparator;

/**
 * Something about a rule directory that its author should know.
 *
 * @param code what sort of thing it is, kebab-case; never changes
 * @param title what all of its sort have in common
 * @param file path from the rule directory, with forward slashes
 * @param line from 1
 * @param column from 1
 * @param message what is wrong and what would be right
 */
public record Finding(Severity severity, String code, String title, String file, int line, int column, String message)
        implements Comparable<Finding> {
    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(Finding::file)
            .thenComparingInt(Finding::line)
            .thenComparingInt(Finding::column)
            .thenComparing(Finding::message);

    /** How bad it is. */
    public enum Severity {
        /** The directory cannot be used as it is. */
        ERROR,
        /** It can, and something is missing. */
        WARNING
    }

    static Finding of(RuleProblem problem) {
        return new Finding(
                Severity.ERROR,
                problem.kind().code(),
                problem.kind().title(),
                problem.file(),
                problem.line(),
                problem.column(),
                problem.message());
    }

    @Override
    public int compareTo(Finding other) {
        return BY_PLACE.compare(this, other);
    }
}
