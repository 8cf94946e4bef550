package io.bridgewarden.rules;

import java.util.Comparator;

/**
 * Why a rule file cannot be used, at its place.
 *
 * @param kind what sort of problem it is
 * @param file path from the rule directory, {@code bridge/failover.drl}
 * @param line from 1
 * @param column from 1
 * @param message what is wrong and what would be right
 */
public record RuleProblem(Kind kind, String file, int line, int column, String message)
        implements Comparable<RuleProblem> {
    private static final Comparator<RuleProblem> BY_PLACE = Comparator.comparing(RuleProblem::file)
            .thenComparingInt(RuleProblem::line)
            .thenComparingInt(RuleProblem::column)
            .thenComparing(RuleProblem::message);

    /** A problem of rules and cases as a whole, {@link Kind#UNUSABLE}. */
    public RuleProblem(String file, int line, int column, String message) {
        this(Kind.UNUSABLE, file, line, column, message);
    }

    /** Sorts of problems, each with a code that never changes. */
    public enum Kind {
        MALFORMED("malformed-rules", "the text is not DRL"),
        PLACE("package-and-folder", "package, folder and decision are not the same"),
        NAME("rule-name", "a rule's name is not unique, or not of its topic"),
        NOTES("rule-notes", "a rule lacks doc, source or since"),
        NOT_ALLOWED("not-allowed", "rule files may not do that"),
        CIRCLE("circle", "rules conclude in a circle"),
        UNKNOWN_TYPE("unknown-type", "there is no such fact or conclusion"),
        UNKNOWN_FIELD("unknown-field", "a fact or conclusion has no such field"),
        TYPE_MISMATCH("type-mismatch", "a value is not of the type it is compared with or given as"),
        COMPILER("does-not-compile", "the rule compiler refuses it"),
        UNUSABLE("unusable", "the rules and cases cannot be put in force");

        private final String code;
        private final String title;

        Kind(String code, String title) {
            this.code = code;
            this.title = title;
        }

        /** Kebab-case. */
        public String code() {
            return code;
        }

        /** What problems of this kind have in common. */
        public String title() {
            return title;
        }
    }

    @Override
    public int compareTo(RuleProblem other) {
        return BY_PLACE.compare(this, other);
    }

    /** {@code file:line:column: message}. */
    @Override
    public String toString() {
        return "%s:%d:%d: %s".formatted(file, line, column, message);
    }
}
