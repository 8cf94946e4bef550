package io.bridgewarden.dialect;

import java.util.ArrayList;
import java.util.List;

/**
 * Variables of a leg, {@code [^^!a='1'!b='2']}, or of the channel, <code>{a='1',b='2'}</code>. Collects first, since
 * one value can decide how all are written. Not safe to share between threads.
 */
final class VariableBlock {
    /** Most variables the switch takes from one block. */
    static final int MOST = 1024;

    /** Separators of a leg, best first: each may stand in any value, so the first that stands in none is taken. */
    private static final String SEPARATORS = "!~;#*&?@/+ZQXJKYWVzqxjk";

    private final List<Variable> variables = new ArrayList<>();
    private final List<DialWarning> warnings;
    private boolean hasActions;
    private int traits;

    VariableBlock(List<DialWarning> warnings) {
        this.warnings = warnings;
    }

    private enum Kind {
        QUOTED,
        /** From the configuration, which alone may have the switch expand something. */
        EXPRESSION,
        BARE,
        ACTIONS
    }

    private record Variable(String pointer, String prefix, String name, String value, Kind kind, int traits) {}

    /** A value that a caller may have chosen. */
    void quoted(String pointer, String prefix, String name, String value) {
        add(pointer, prefix, name, value, Kind.QUOTED);
    }

    /** A value from the configuration, expanded by the switch. */
    void expression(String pointer, String prefix, String name, String value) {
        add(pointer, prefix, name, value, Kind.EXPRESSION);
    }

    /** A fixed word or a number, written without quotes. */
    void bare(String name, String value) {
        add("", "", name, value, Kind.BARE);
    }

    /** Prepared {@code name=value} pairs with {@code !} between them. */
    void actions(String pointer, String pairs) {
        hasActions = true;
        add(pointer, "", "", pairs, Kind.ACTIONS);
    }

    private void add(String pointer, String prefix, String name, String value, Kind kind) {
        Variable variable = new Variable(pointer, prefix, name, value, kind, SwitchText.traits(value));
        variables.add(variable);
        traits |= variable.traits;
    }

    /** Appends the block of a leg; nothing if there are no variables. */
    void appendLeg(StringBuilder out) {
        if (variables.isEmpty()) {
            return;
        }
        char separator = hasActions || (traits & SwitchText.BANG) == 0 ? '!' : unusedSeparator();
        boolean bangSeparates = separator == '!' && (traits & SwitchText.BANG) != 0;
        out.append("[^^").append(separator);
        // Brackets inside a block are counted, but a comma behind a nested pair would end the leg.
        appendAll(
                out, separator, (traits & SwitchText.COMMA) == 0, true, bangSeparates ? hasActions ? "\\!" : "" : "!");
        out.append(']');
    }

    /** Appends the block of the channel. */
    void appendChannel(StringBuilder out) {
        out.append('{');
        if (hasActions) {
            out.append("^^!");
        }
        // Quotes still protect separators here, as they no longer do in a leg.
        appendAll(out, hasActions ? '!' : ',', true, false, "!");
        out.append('}');
    }

    private void appendAll(StringBuilder out, char separator, boolean brackets, boolean isLeg, String bang) {
        int room = MOST;
        int start = out.length();
        for (Variable variable : variables) {
            room -= variable.kind == Kind.ACTIONS ? 1 + count(variable.value, '!') : 1;
            if (room < 0) {
                warnings.add(new DialWarning(
                        variable.pointer,
                        "too-many-variables",
                        "the switch takes %d variables in a block".formatted(MOST)));
                continue;
            }
            if (out.length() > start) {
                out.append(separator);
            }
            append(out, variable, brackets, isLeg, bang);
        }
    }

    private void append(StringBuilder out, Variable variable, boolean brackets, boolean isLeg, String bang) {
        switch (variable.kind) {
            case BARE -> out.append(variable.name).append('=').append(variable.value);
            case ACTIONS -> appendActions(out, variable, brackets, isLeg);
            case EXPRESSION ->
                out.append(variable.prefix)
                        .append(variable.name)
                        .append("='")
                        .append(variable.value.replace("'", "\\'"))
                        .append('\'');
            case QUOTED -> {
                out.append(variable.prefix).append(variable.name).append("='");
                if ((variable.traits & ~SwitchText.COMMA) == 0) {
                    out.append(variable.value);
                } else if (ValueWriter.append(out, variable.value, manner(variable, brackets, isLeg, bang))) {
                    warnAltered(variable);
                }
                out.append('\'');
            }
        }
    }

    private void appendActions(StringBuilder out, Variable variable, boolean brackets, boolean isLeg) {
        int start = out.length();
        if (ValueWriter.append(out, variable.value, manner(variable, brackets, isLeg, "!"))) {
            warnAltered(variable);
        }
        String written = out.substring(start);
        out.setLength(start);
        // Not in quotes, so quotes of their own stay quotes when they come in pairs.
        String text = count(written, '\'') % 2 == 0 ? written.replace("\\'", "'") : written;
        // A bare pipe would end the leg; the channel's block is read before pipes are.
        out.append(isLeg ? text.replace("|", "\\|") : text);
    }

    private static ValueWriter.Manner manner(Variable variable, boolean brackets, boolean isLeg, String bang) {
        boolean keepsBrackets = !isLeg
                || (brackets
                        && ((variable.traits & SwitchText.BRACKET) == 0
                                || SwitchText.isBalanced(variable.value, '[', ']')));
        boolean keepsBraces =
                isLeg || (variable.traits & SwitchText.BRACE) == 0 || SwitchText.isBalanced(variable.value, '{', '}');
        return new ValueWriter.Manner(keepsBrackets, keepsBraces, "\\'", '!', bang);
    }

    private void warnAltered(Variable variable) {
        warnings.add(new DialWarning(
                variable.pointer, "altered-value", "characters that the switch would act on are left out"));
    }

    private char unusedSeparator() {
        for (int i = 1; i < SEPARATORS.length(); i++) {
            if (isUnused(SEPARATORS.charAt(i))) {
                return SEPARATORS.charAt(i);
            }
        }
        return '!';
    }

    private boolean isUnused(char separator) {
        for (Variable variable : variables) {
            if (variable.name.indexOf(separator) >= 0
                    || variable.prefix.indexOf(separator) >= 0
                    || variable.value.indexOf(separator) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static int count(String text, char c) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == c) {
                count++;
            }
        }
        return count;
    }
}
