package io.bridgewarden.rules;

import io.bridgewarden.rules.RuleReader.Parsed;
import io.bridgewarden.rules.RuleReader.ParsedRule;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A shipped rule as a file of its own, for a site to change.
 *
 * @param decision the decision it takes part in
 * @param text of a rule file that holds this rule and the imports it needs
 */
public record RuleCopy(String decision, String text) {
    /**
     * Copies a rule.
     *
     * @param rule its full name
     * @return empty if there is no shipped rule of that name
     */
    public static Optional<RuleCopy> of(String rule) {
        return shipped()
                .flatMap(parsed -> parsed.rules().stream()
                        .map(ParsedRule::info)
                        .filter(it -> it.name().equals(rule))
                        .map(it -> of(parsed, it)))
                .findFirst();
    }

    /** The names of all shipped rules. */
    public static List<String> names() {
        return shipped()
                .flatMap(it -> it.rules().stream())
                .map(it -> it.info().name())
                .toList();
    }

    private static Stream<Parsed> shipped() {
        return RuleFiles.shipped().stream().map(RuleReader::read);
    }

    private static RuleCopy of(Parsed parsed, RuleInfo rule) {
        String imports = parsed.imports().stream()
                .filter(it -> isUsed(it, rule.text()))
                .map(it -> it + ";\n")
                .collect(Collectors.joining());
        return new RuleCopy(
                rule.decision(), "package %s;\n\n%s\n%s\n".formatted(rule.decision(), imports, rule.text()));
    }

    private static boolean isUsed(String imported, String text) {
        String name = imported.substring(imported.lastIndexOf('.') + 1);
        return name.equals("*")
                || Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                        .matcher(text)
                        .find();
    }
}
