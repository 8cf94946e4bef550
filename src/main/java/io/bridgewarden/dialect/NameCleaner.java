package io.bridgewarden.dialect;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts from caller and callee names what {@code sanitize_fs_value_regex} matches. The expression knows Unicode:
 * {@code \w} is every letter, every number and {@code _}, {@code \s} every white space, {@code \d} every decimal digit.
 * Safe to share between threads.
 */
public final class NameCleaner {
    /** What is cut unless configured otherwise: all but digits, word characters, white space and {@code -}. */
    public static final String DEFAULT_EXPRESSION = "[^0-9\\w\\s-]";

    private static final Map<String, String> POSIX = Map.ofEntries(
            Map.entry("alpha", "\\p{L}"),
            Map.entry("digit", "\\p{Nd}"),
            Map.entry("alnum", "\\p{L}\\p{N}"),
            Map.entry("word", "\\p{L}\\p{N}_"),
            Map.entry("space", "\\p{IsWhite_Space}"),
            Map.entry("blank", "\\h"),
            Map.entry("upper", "\\p{Lu}"),
            Map.entry("lower", "\\p{Ll}"),
            Map.entry("punct", "\\p{P}\\p{S}"),
            Map.entry("cntrl", "\\p{Cntrl}"),
            Map.entry("xdigit", "0-9A-Fa-f"),
            Map.entry("ascii", "\\x00-\\x7F"));

    private final Pattern pattern;
    private final boolean keepsPlainText;

    private NameCleaner(Pattern pattern, boolean keepsPlainText) {
        this.pattern = pattern;
        this.keepsPlainText = keepsPlainText;
    }

    /**
     * A cleaner for one expression, in the syntax PCRE and Java share; absent or empty means the default.
     *
     * @throws IllegalArgumentException if the expression is not a regular expression, saying where
     */
    public static NameCleaner of(@Nullable String expression) {
        String given = expression == null || expression.isEmpty() ? DEFAULT_EXPRESSION : expression;
        try {
            return new NameCleaner(Pattern.compile(unicode(given)), given.equals(DEFAULT_EXPRESSION));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "`%s` is not a regular expression: %s"
                            .formatted(given, e.getDescription().toLowerCase(Locale.ROOT)),
                    e);
        }
    }

    String clean(String name) {
        if (keepsPlainText && isPlain(name)) {
            return name;
        }
        return pattern.matcher(name).replaceAll("");
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ';
            if (!plain && c != '-' && c != '_') {
                return false;
            }
        }
        return true;
    }

    /** Spells the classes of a PCRE expression out for Java, whose own Unicode mode counts marks as word characters. */
    static String unicode(String expression) {
        StringBuilder java = new StringBuilder(expression.length() + 32);
        boolean inClass = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\\' && i + 1 < expression.length()) {
                i++;
                if (expression.charAt(i) == 'Q') {
                    int end = expression.indexOf("\\E", i);
                    java.append(Pattern.quote(expression.substring(i + 1, end < 0 ? expression.length() : end)));
                    i = end < 0 ? expression.length() : end + 1;
                } else {
                    java.append(escape(expression.charAt(i), inClass));
                }
            } else if (inClass && c == '[') {
                int end = expression.startsWith("[:", i) ? expression.indexOf(":]", i) : -1;
                String posix = end < 0 ? null : POSIX.get(expression.substring(i + 2, end));
                java.append(posix == null ? "\\[" : posix);
                i = posix == null ? i : end + 1;
            } else if (inClass && c == '&') {
                java.append("\\&");
            } else if (c == '[' && !inClass) {
                inClass = true;
                java.append(c);
                if (expression.startsWith("^", i + 1)) {
                    java.append('^');
                    i++;
                }
                if (expression.startsWith("]", i + 1)) {
                    java.append("\\]");
                    i++;
                }
            } else {
                inClass &= c != ']';
                java.append(c);
            }
        }
        return java.toString();
    }

    private static String escape(char letter, boolean inClass) {
        return switch (letter) {
            case 'w' -> inClass ? "\\p{L}\\p{N}_" : "[\\p{L}\\p{N}_]";
            case 'W' -> "[^\\p{L}\\p{N}_]";
            case 's' -> "\\p{IsWhite_Space}";
            case 'S' -> "\\P{IsWhite_Space}";
            case 'd' -> "\\p{Nd}";
            case 'D' -> "\\P{Nd}";
            default -> "\\" + letter;
        };
    }
}
