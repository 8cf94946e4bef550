package io.bridgewarden.rules;

import io.bridgewarden.rules.RuleProblem.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Parses rule files, without compiling them. */
final class DrlSyntax {
    /** A note of a rule as it has to be written: one text in quotes. */
    static final Pattern NOTE = Pattern.compile("@\\s*\\w+\\s*\\(\\s*\"([^\"\\\\\\n]*)\"\\s*\\)");

    private static final Pattern TOKEN = Pattern.compile("[$\\w]+|\\S");

    private DrlSyntax() {}

    /** @throws RulebookException if the text is not DRL, naming every place where it is not */
    static PackageDescr parse(RuleFile file) {
        PackageDescr descr = parse(file, file.text());
        for (RuleDescr rule : descr.getRules()) {
            if (rule.getAnnotations().stream().anyMatch(it -> ranOver(file, it))) {
                // A note takes in all that follows it when something there cannot be read; without notes that shows.
                parse(file, withoutNotes(file.text()));
            }
        }
        return descr;
    }

    private static boolean ranOver(RuleFile file, AnnotationDescr note) {
        return written(file, note).contains("\n");
    }

    /** A note as it stands in the file. */
    static String written(RuleFile file, AnnotationDescr note) {
        int end = Math.min(note.getEndCharacter() + 1, file.text().length());
        return file.text().substring(note.getStartCharacter(), end).strip();
    }

    private static String withoutNotes(String text) {
        return NOTE.matcher(text).replaceAll(it -> " ".repeat(it.group().length()));
    }

    private static PackageDescr parse(RuleFile file, String text) {
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
