package io.bridgewarden.authoring;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes text so that it reads the same when rendered. */
final class Markdown {
    // An underscore inside of a word is none.
    private static final Pattern MARKUP = Pattern.compile("[\\\\*<>\\[\\]|#]|(?<!\\w)_|_(?!\\w)");

    private Markdown() {}

    /** Prose: what would be taken for markup is not. Code in backticks stays. */
    static String text(String prose) {
        String[] parts = prose.split("`", -1);
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = MARKUP.matcher(parts[i]).replaceAll("\\\\$0");
        }
        for (int i = 1; i < parts.length; i += 2) {
            parts[i] = parts[i].replace("|", "\\|");
        }
        return String.join("`", parts);
    }

    /** Code on one line, also in a cell of a table. */
    static String code(String code) {
        return (code.contains("`") ? "`` " + code + " ``" : "`" + code + "`").replace("|", "\\|");
    }

    /** Codes, joined by commas. */
    static String codes(List<String> codes) {
        return codes.stream().map(Markdown::code).collect(Collectors.joining(", "));
    }

    /** A row of a table. */
    static String row(String... cells) {
        return Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** A link to a heading of the same page, as hosts of repositories name it. */
    static String toHeading(String heading) {
        String anchor = heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
        return "[%s](#%s)".formatted(text(heading), anchor);
    }
}
