package io.bridgewarden.rules;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule file as its first comment describes it. What the comment does not say is empty.
 *
 * @param decision the decision its rules take part in
 * @param file path from the rule directory
 * @param about what its rules are about
 * @param reads names of the facts and conclusions they match on
 * @param concludes names of what they conclude
 * @param otherwise what holds where none of them speaks
 */
public record RuleFileInfo(
        String decision, String file, String about, List<String> reads, List<String> concludes, String otherwise) {
    private static final Pattern HEADER = Pattern.compile("\\A\\s*/\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern MARGIN = Pattern.compile("(?m)^[ \\t]*\\*?[ \\t]?");
    private static final Pattern PART = Pattern.compile("(?ms)^(\\w+) {2,}(\\S.*?)(?=^\\w+ {2,}\\S|\\z)");

    public RuleFileInfo {
        reads = List.copyOf(reads);
        concludes = List.copyOf(concludes);
    }

    static RuleFileInfo of(RuleFile file) {
        Matcher header = HEADER.matcher(file.text());
        String comment = header.find() ? MARGIN.matcher(header.group(1)).replaceAll("") : "";
        return new RuleFileInfo(
                file.decision(),
                file.path(),
                flat(comment.strip().split("\n\\s*\n", 2)[0]),
                names(part(comment, "Reads")),
                names(part(comment, "Concludes")),
                part(comment, "Otherwise"));
    }

    private static String part(String comment, String name) {
        return PART.matcher(comment)
                .results()
                .filter(it -> it.group(1).equals(name))
                .findFirst()
                .map(it -> flat(it.group(2)))
                .orElse("");
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split(",\\s*")).filter(it -> !it.isBlank()).toList();
    }

    private static String flat(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
