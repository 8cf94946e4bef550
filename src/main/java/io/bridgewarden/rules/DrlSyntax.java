package io.bridgewarden.rules;

import io.bridgewarden.rules.RuleProblem.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Parses rule files, without compiling them. */
final class DrlSyntax {
    private static final Pattern PAIR = Pattern.compile("[^\\x{0}-\\x{FFFF}]");
    private static final Pattern TOKEN = Pattern.compile("[$\\w]+|\\S");

    private DrlSyntax() {}

    /**
     * Parses a file.
     *
     * @param bare its text without its notes
     * @throws RulebookException if the text is not DRL, naming the first place where it is not
     */
    static PackageDescr parse(RuleFile file, String bare) {
        String text = inPlace(bare);
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL10);
        PackageDescr descr;
        try {
            descr = parser.parse(false, text);
        } catch (DroolsParserException | RuntimeException e) {
            throw new RulebookException(
                    List.of(new RuleProblem(Kind.MALFORMED, file.path(), 1, 1, "the text is not DRL")));
        }
        if (parser.hasErrors()) {
            // What follows the first error is often the parser's own confusion.
            throw new RulebookException(List.of(problem(file, parser.getErrors().get(0))));
        }
        return descr;
    }

    // The parser counts a character beyond the basic plane as one, and would place all that follows too early.
    private static String inPlace(String text) {
        return PAIR.matcher(text).replaceAll("\uFFFD\uFFFD");
    }

    private static RuleProblem problem(RuleFile file, DroolsError error) {
        int line = error instanceof ParserError at ? Math.max(1, at.getRow()) : 1;
        int column = error instanceof ParserError at ? Math.max(0, at.getCol()) : 0;
        return new RuleProblem(Kind.MALFORMED, file.path(), line, column + 1, words(file, line, column));
    }

    private static String words(RuleFile file, int line, int column) {
        List<String> lines = file.text().lines().toList();
        String rest = line <= lines.size() && column <= lines.get(line - 1).length()
                ? lines.get(line - 1).substring(column)
                : "";
        Matcher token = TOKEN.matcher(rest);
        return token.find()
                ? "`%s` is not expected here; look for a missing comma, operator, parenthesis or quote before it"
                        .formatted(token.group())
                : "the text ends inside a rule; look for a missing `end`, parenthesis or quote above";
    }
}
