package io.bridgewarden.decisions.limits;

import io.bridgewarden.documents.Problem;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Searches numbers by regular expressions that accounts bring, within bounds: some would otherwise search for hours. */
final class Expression {
    private static final int STEPS = 100_000;

    private Expression() {}

    /**
     * Whether the expression is found in a number.
     *
     * @param pointer where the expression stands
     * @throws io.bridgewarden.documents.ProblemException {@code invalid-request} (422) if it is no regular expression, or
     *     takes too long
     */
    static boolean found(String expression, String number, String pointer) {
        Pattern pattern;
        try {
            pattern = Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw Problem.invalid(
                            pointer,
                            "regex",
                            "`%s` is not a regular expression: %s"
                                    .formatted(expression, e.getDescription().toLowerCase(Locale.ROOT)))
                    .asException();
        }
        try {
            return pattern.matcher(new Bounded(number)).find();
        } catch (TooLong | StackOverflowError e) {
            throw Problem.invalid(pointer, "regex", "`%s` takes too long to search a number".formatted(expression))
                    .asException();
        }
    }

    private static final class Bounded implements CharSequence {
        private final CharSequence text;
        private int left = STEPS;

        Bounded(CharSequence text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (left-- <= 0) {
                throw new TooLong();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class TooLong extends RuntimeException {
        TooLong() {
            super(null, null, false, false);
        }
    }
}
