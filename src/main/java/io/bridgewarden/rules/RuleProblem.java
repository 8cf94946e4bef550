package io.bridgewarden.rules;

/**
 * Why a rule file cannot be used, at its place.
 *
 * @param file path from the rule directory, {@code bridge/failover.drl}
 * @param line from 1
 * @param column from 1
 * @param message what is wrong and what would be right
 */
public record RuleProblem(String file, int line, int column, String message) implements Comparable<RuleProblem> {
    @Override
    public int compareTo(RuleProblem other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    /** {@code file:line:column: message}. */
    @Override
    public String toString() {
        return "%s:%d:%d: %s".formatted(file, line, column, message);
    }
}
