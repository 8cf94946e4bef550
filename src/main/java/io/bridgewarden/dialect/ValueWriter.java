package io.bridgewarden.dialect;

/**
 * Appends one value to a dial string so that the switch reads it as one value, whatever it holds.
 *
 * <p>Before a block of variables is split, the whole dial string has been searched for {@code :_:} and {@code ${…}}, and
 * a leg has lost its quotes and one layer of backslashes at each of {@code |}, {@code ,}, the block's separator and
 * {@code =}. What would act at any of these steps is left out, for a value cannot know how many are still to come.
 * Lives for one value; its time is linear in the value's length.
 */
final class ValueWriter {
    /** With {@code =true} behind it, anywhere in a dial string, this lets the switch take values with {@code ${…}}. */
    private static final String NESTED_VARIABLES = "origination_nested_vars";
    /** How much of it has been read again when its second "o" turns out to be a first one. */
    private static final int SECOND_O = "originatio".length();

    private static final String ENTERPRISE = ":_";

    private final StringBuilder out;
    private final Manner manner;
    private final int start;
    private boolean altered;
    private boolean backslash;
    /** Characters of {@link #ENTERPRISE} and {@link #NESTED_VARIABLES} that end the text so far, quotes apart. */
    private int enterprise;

    private int nested;

    private ValueWriter(StringBuilder out, Manner manner) {
        this.out = out;
        this.manner = manner;
        this.start = out.length();
    }

    /**
     * How a value is written.
     *
     * @param brackets whether square brackets stay
     * @param braces whether braces stay
     * @param quote what becomes of {@code '}: {@code \'}, which the switch drops, unless quotes mean nothing there
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
        ValueWriter writer = new ValueWriter(out, manner);
        for (int i = 0; i < value.length(); i++) {
            writer.write(value, i);
        }
        return writer.altered || writer.backslash;
    }

    /** A value as the argument of an application. */
    static String argument(String value) {
        StringBuilder out = new StringBuilder(value.length());
        append(out, value, Manner.ARGUMENT);
        return out.toString();
    }

    private void write(String value, int at) {
        char c = value.charAt(at);
        if (c == '\\') {
            altered |= backslash;
            backslash = true;
            return;
        }
        if (isLeftOut(value, at)) {
            altered = true;
            return;
        }
        if (c == '{') {
            cutDollars();
        }
        if (backslash) {
            backslash = false;
            if (isEscapable(c)) {
                altered = true;
            } else {
                out.append('\\');
                follow('\\');
            }
        }
        if (c == '\'') {
            out.append(manner.quote);
            return;
        }
        follow(c);
        if (c == manner.separator) {
            out.append(manner.separatorAs);
        } else {
            out.append(c);
        }
    }

    private boolean isLeftOut(String value, int at) {
        char c = value.charAt(at);
        return switch (c) {
            case '[', ']' -> !manner.brackets;
            case '{', '}' -> !manner.braces;
            case ':' -> enterprise == ENTERPRISE.length() && !backslash;
            case '=' -> nested == NESTED_VARIABLES.length();
            // Of two the switch keeps one, though only if it has something to expand in another value.
            case '$' -> out.length() > start && out.charAt(out.length() - 1) == '$';
            default -> (c == manner.separator && manner.separatorAs.isEmpty()) || SwitchText.isUnwritable(value, at);
        };
    }

    private void follow(char c) {
        enterprise = c == ':' ? 1 : c == '_' && enterprise == 1 ? 2 : 0;
        char lower = Character.toLowerCase(c);
        if (nested == SECOND_O && lower == NESTED_VARIABLES.charAt(1)) {
            nested = 1;
        }
        boolean goesOn = nested < NESTED_VARIABLES.length() && lower == NESTED_VARIABLES.charAt(nested);
        nested = goesOn ? nested + 1 : lower == NESTED_VARIABLES.charAt(0) ? 1 : 0;
    }

    /** Whether a backslash in front of a character means something to the switch. */
    private static boolean isEscapable(char c) {
        return switch (c) {
            case 'n', 'r', 's', 't', '\'', '"', '$', ',', '|', '=', '!' -> true;
            default -> false;
        };
    }

    /** Cuts the dollar signs that end the text so far, quotes apart. */
    private void cutDollars() {
        int from = out.length();
        int quotes = 0;
        boolean dollars = false;
        while (from > start) {
            if (out.charAt(from - 1) == '$') {
                dollars = true;
                from--;
            } else if (from - 2 >= start && out.charAt(from - 1) == '\'' && out.charAt(from - 2) == '\\') {
                quotes++;
                from -= 2;
            } else {
                break;
            }
        }
        if (dollars) {
            out.setLength(from);
            out.append("\\'".repeat(quotes));
            altered = true;
        }
    }
}
