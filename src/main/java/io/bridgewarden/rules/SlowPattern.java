package io.bridgewarden.rules;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Tells regular expressions that may take more than polynomial time from those that do not. */
final class SlowPattern {
    private static final int REPETITIONS_AT_MOST = 4;

    private SlowPattern() {}

    /**
     * Whether a pattern may be slow on some text, or is none. Errs towards slow: a repeated group that holds a repetition
     * or a choice is, and so is a pattern with more than four repetitions.
     */
    static boolean mayBe(String regex) {
        try {
            var unused = Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            return true;
        }
        return repetitions(regex) > REPETITIONS_AT_MOST || repeatsWhatRepeats(regex);
    }

    private static long repetitions(String regex) {
        return regex.chars().filter(SlowPattern::isRepetition).count();
    }

    private static boolean repeatsWhatRepeats(String regex) {
        Deque<Boolean> groups = new ArrayDeque<>();
        boolean varies = false;
        for (int i = 0; i < regex.length(); i++) {
            char it = regex.charAt(i);
            if (it == '\\') {
                i++;
            } else if (it == '(') {
                groups.push(varies);
                varies = false;
            } else if (it == ')') {
                boolean repeated = i + 1 < regex.length() && isRepetition(regex.charAt(i + 1));
                if (repeated && varies) {
                    return true;
                }
                boolean variesAround = !groups.isEmpty() && groups.pop();
                varies = varies || repeated || variesAround;
            } else {
                varies |= isRepetition(it) || it == '|' || it == '?';
            }
        }
        return false;
    }

    private static boolean isRepetition(int character) {
        return character == '*' || character == '+' || character == '{';
    }
}
