package io.bridgewarden.rules;

import io.bridgewarden.rules.RuleProblem.Kind;
import io.bridgewarden.rules.RuleReader.Parsed;
import io.bridgewarden.rules.RuleReader.ParsedRule;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kie.api.builder.Message;

/** Turns what the compiler says into a problem at a place of a rule file. */
final class CompilerMessages {
    private static final Pattern RULE_NAME = Pattern.compile("[Rr]ule ['\"]?([^'\"\\n]*?: [^'\"\\n]*?)['\"\\n]");
    private static final Pattern QUOTED = Pattern.compile("['\"`]([^'\"`\\n]+)['\"`]");
    private static final Pattern WORD = Pattern.compile("[$\\w]{2,}");
    private static final Pattern UNREADABLE = Pattern.compile(
            "(?s).*(?:Unable to parse left part of expression|Unknown expression|Cannot parse):\\s*(.+)");
    private static final String RESOURCES = "src/main/resources/";

    private CompilerMessages() {}

    static RuleProblem locate(Message message, List<Parsed> parsed) {
        String text = plain(message.getText());
        String path = message.getPath() == null ? "" : message.getPath().replace(RESOURCES, "");
        for (Parsed it : parsed) {
            if (it.file().path().equals(path) && message.getLine() > 0) {
                return new RuleProblem(Kind.COMPILER, path, message.getLine(), Math.max(1, message.getColumn()), text);
            }
        }
        for (Parsed file : parsed) {
            Optional<RuleProblem> found = byExpression(file, message.getText());
            if (found.isPresent()) {
                return found.get();
            }
        }
        for (Parsed file : parsed) {
            for (ParsedRule rule : file.rules()) {
                if (names(message.getText(), rule.info().name())) {
                    return within(file, rule, message.getText(), text);
                }
            }
        }
        for (Parsed file : parsed) {
            if (file.file().path().equals(path)) {
                return byQuotedText(file, message.getText(), text);
            }
        }
        return byQuotedText(parsed.get(0), message.getText(), text);
    }

    private static boolean names(String message, String rule) {
        return message.contains(rule)
                || RULE_NAME
                        .matcher(message)
                        .results()
                        .anyMatch(it -> it.group(1).equals(rule));
    }

    private static RuleProblem within(Parsed file, ParsedRule rule, String message, String text) {
        String source = rule.info().text();
        Matcher quoted = QUOTED.matcher(message);
        while (quoted.find()) {
            int at = source.indexOf(quoted.group(1));
            if (at > 0 && !quoted.group(1).equals(rule.info().name())) {
                return at(file, file.file().text().indexOf(source) + at, text);
            }
        }
        return new RuleProblem(Kind.COMPILER, file.file().path(), rule.info().line(), 1, text);
    }

    // The compiler ends some messages with the expression it could not read, and says no line.
    private static Optional<RuleProblem> byExpression(Parsed file, String message) {
        Matcher unreadable = UNREADABLE.matcher(message.strip());
        if (!unreadable.matches()) {
            return Optional.empty();
        }
        String expression = unreadable.group(1).strip();
        int at = file.file().text().indexOf(expression);
        return at < 0
                ? Optional.empty()
                : Optional.of(
                        at(file, at, "`%s` cannot be read: no such field, or not of that type".formatted(expression)));
    }

    // Where the compiler tells no line, it still quotes what it stumbled over, so that is looked for.
    private static RuleProblem byQuotedText(Parsed file, String message, String text) {
        Matcher word = WORD.matcher(message);
        while (word.find()) {
            Matcher found = Pattern.compile("(?<![\\w$])" + Pattern.quote(word.group()) + "(?![\\w$])")
                    .matcher(file.file().text());
            if (found.find()) {
                return at(file, found.start(), text);
            }
        }
        return new RuleProblem(Kind.COMPILER, file.file().path(), 1, 1, text);
    }

    private static RuleProblem at(Parsed file, int offset, String text) {
        String before = file.file().text().substring(0, Math.max(0, offset));
        int line = (int) before.chars().filter(it -> it == '\n').count() + 1;
        return new RuleProblem(
                Kind.COMPILER, file.file().path(), line, before.length() - before.lastIndexOf('\n'), text);
    }

    private static String plain(String message) {
        return message.strip().replaceAll("\\s+", " ");
    }
}
