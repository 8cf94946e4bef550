package io.bridgewarden.dialect;

import java.util.Locale;

/**
 * Text that the switch reads as one value, whatever it holds.
 *
 * <p>Before a block of variables is split, the whole dial string has been searched for {@code :_:} and {@code ${…}}, and
 * a leg has lost its quotes and one layer of backslashes at each of {@code |}, {@code ,}, the block's separator and
 * {@code =}. What would act at any of these steps is left out here, for a value cannot know how many are still to come.
 */
final class SwitchText {
    static final int BANG = 1;
    static final int COMMA = 1 << 1;
    static final int BRACKET = 1 << 2;
    static final int BRACE = 1 << 3;
    /** Something {@link #append} may have to change, apart from separators, brackets and braces. */
    static final int OTHER = 1 << 4;

    private static final String NESTED_VARIABLES = "origination_nested_vars=true";
    private static final byte[] TRAITS = traits();

    private SwitchText() {}

    private static byte[] traits() {
        byte[] traits = new byte[128];
        for (int c = 0; c < 0x20; c++) {
            traits[c] = OTHER;
        }
        traits[0x7f] = OTHER;
        traits['\''] = OTHER;
        traits['\\'] = OTHER;
        traits['$'] = OTHER;
        traits[':'] = OTHER;
        traits['='] = OTHER;
        traits['!'] = BANG;
        traits[','] = COMMA;
        traits['['] = BRACKET;
        traits[']'] = BRACKET;
        traits['{'] = BRACE;
        traits['}'] = BRACE;
        return traits;
    }

    /** Which of the constants above a value has. */
    static int traits(String value) {
        int traits = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            traits |= c < 128 ? TRAITS[c] : isUnwritable(value, i) ? OTHER : 0;
        }
        return traits;
    }

    /** Whether every bracket in a value closes one that it opened. */
    static boolean isBalanced(String value, char open, char close) {
        int depth = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == open) {
                depth++;
            } else if (c == close && --depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }

    /**
     * How a value is written.
     *
     * @param brackets whether square brackets stay
     * @param braces whether braces stay
     * @param quote what becomes of {@code '}: {@code \\'}, which the switch drops, unless quotes mean nothing there
     * @param separator the separator of the block, should a value have it
     * @param separatorAs what becomes of it; nothing, if it is left out
     */
    record Manner(boolean brackets, boolean braces, String quote, char separator, String separatorAs) {
        /** For an application that takes its argument as it is. */
        static final Manner ARGUMENT = new Manner(true, true, "'", '!', "!");
    }

    /**
     * Appends a value.
     *
     * @return whether the switch will read less than was given, apart from quotes
     */
    static boolean append(StringBuilder out, String value, Manner manner) {
        int start = out.length();
        boolean altered = appendPairs(out, value, manner);
        return cutNestedVariables(out, start) || altered;
    }

    /** A value as the argument of an application. */
    static String argument(String value) {
        StringBuilder out = new StringBuilder(value.length());
        append(out, value, Manner.ARGUMENT);
        return out.toString();
    }

    /** As {@link #append}, for text that sets variables by itself. */
    static boolean appendPairs(StringBuilder out, String value, Manner manner) {
        int start = out.length();
        boolean altered = false;
        boolean backslash = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\') {
                altered |= backslash;
                backslash = true;
                continue;
            }
            if (isLeftOut(value, i, manner)
                    || (c == ':' && endsIn(out, start, ":_"))
                    || (c == manner.separator && manner.separatorAs.isEmpty())) {
                altered = true;
                continue;
            }
            if (c == '{' && cutDollars(out, start)) {
                altered = true;
            }
            if (backslash) {
                backslash = false;
                if (isEscapable(c)) {
                    altered = true;
                } else {
                    out.append('\\');
                }
            }
            if (c == '\'') {
                out.append(manner.quote);
            } else if (c == manner.separator) {
                out.append(manner.separatorAs);
            } else {
                out.append(c);
            }
        }
        return altered || backslash;
    }

    private static boolean isLeftOut(String value, int at, Manner manner) {
        return switch (value.charAt(at)) {
            case '[', ']' -> !manner.brackets;
            case '{', '}' -> !manner.braces;
            default -> isUnwritable(value, at);
        };
    }

    /** Control characters, line ends, and halves of a surrogate pair. */
    static boolean isUnwritable(String value, int at) {
        char c = value.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at == 0 || !Character.isHighSurrogate(value.charAt(at - 1));
        }
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }

    /** Whether a backslash in front of a character means something to the switch. */
    private static boolean isEscapable(char c) {
        return switch (c) {
            case 'n', 'r', 's', 't', '\'', '"', '$', ',', '|', '=', '!' -> true;
            default -> false;
        };
    }

    /** Whether the text written so far ends in a given one, not counting the quotes that the switch drops. */
    private static boolean endsIn(StringBuilder out, int start, String end) {
        int at = out.length();
        for (int i = end.length() - 1; i >= 0; i--) {
            at = beforeQuotes(out, start, at);
            if (at == start || out.charAt(at - 1) != end.charAt(i)) {
                return false;
            }
            at--;
        }
        return true;
    }

    private static boolean cutDollars(StringBuilder out, int start) {
        boolean cut = false;
        int at = beforeQuotes(out, start, out.length());
        while (at > start && out.charAt(at - 1) == '$') {
            out.deleteCharAt(at - 1);
            cut = true;
            at = beforeQuotes(out, start, at - 1);
        }
        return cut;
    }

    private static int beforeQuotes(StringBuilder out, int start, int at) {
        int before = at;
        while (before - 2 >= start && out.charAt(before - 1) == '\'' && out.charAt(before - 2) == '\\') {
            before -= 2;
        }
        return before;
    }

    /** Anywhere in a dial string, this text lets the switch take values with {@code ${…}}; without its {@code =} not. */
    private static boolean cutNestedVariables(StringBuilder out, int start) {
        if (out.indexOf("=", start) < 0) {
            return false;
        }
        String read = out.substring(start).replace("\\'", "").toLowerCase(Locale.ROOT);
        if (!read.contains(NESTED_VARIABLES)) {
            return false;
        }
        String without = out.substring(start).replace("=", "");
        out.setLength(start);
        out.append(without);
        return true;
    }
}
