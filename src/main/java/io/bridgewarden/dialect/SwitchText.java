package io.bridgewarden.dialect;

/** What in a text concerns the switch. */
final class SwitchText {
    static final int BANG = 1;
    static final int COMMA = 1 << 1;
    static final int BRACKET = 1 << 2;
    static final int BRACE = 1 << 3;
    /** Something {@link ValueWriter} may have to change, apart from separators, brackets and braces. */
    static final int OTHER = 1 << 4;

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
}
