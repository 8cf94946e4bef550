package io.bridgewarden.rules;

import io.bridgewarden.rules.RuleInfo.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Reads a rule file into its rules and their conditions, without compiling it. */
final class RuleReader {
    // A binding restricts nothing, so it is no condition by itself.
    private static final Pattern BINDING = Pattern.compile("\\s*\\$?\\w+\\s*:\\s*[\\w.]+\\s*");
    private static final Pattern NEW = Pattern.compile("\\bnew\\s+(\\w+)\\s*\\(");
    private static final Pattern POSITION = Pattern.compile("\\[(\\d+),\\s*(-?\\d+)\\]");

    private final RuleFile file;
    private final String[] lines;

    private RuleReader(RuleFile file) {
        this.file = file;
        this.lines = file.text().split("\n", -1);
    }

    /**
     * What a file holds.
     *
     * @param imports its import lines, as written
     * @param rules its rules, in order
     */
    record Parsed(RuleFile file, List<String> imports, List<ParsedRule> rules) {}

    /**
     * A rule, and the growing parts of its condition.
     *
     * @param prefixes for each condition of {@code info}, the patterns up to and with it, as DRL
     */
    record ParsedRule(RuleInfo info, List<String> prefixes) {}

    /** @throws RulebookException if the text is not DRL, or lies in the wrong folder */
    static Parsed read(RuleFile file) {
        return new RuleReader(file).read();
    }

    private Parsed read() {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL10);
        PackageDescr descr;
        try {
            descr = parser.parse(false, file.text());
        } catch (DroolsParserException | RuntimeException e) {
            throw new RulebookException(List.of(new RuleProblem(file.path(), 1, 1, "is not DRL")));
        }
        if (parser.hasErrors()) {
            throw new RulebookException(parser.getErrors().stream()
                    .map(error -> syntaxProblem(error.getMessage(), error.getLines()))
                    .sorted()
                    .toList());
        }
        if (!file.decision().equals(descr.getName())) {
            throw new RulebookException(List.of(new RuleProblem(
                    file.path(),
                    Math.max(1, descr.getLine()),
                    1,
                    "package `%s` lies in folder `%s`; both have to be the same"
                            .formatted(descr.getName(), file.decision()))));
        }
        List<String> imports = new ArrayList<>();
        for (ImportDescr it : descr.getImports()) {
            imports.add("import " + it.getTarget());
        }
        descr.getFunctionImports().forEach(it -> imports.add("import static " + it.getTarget()));
        KeysRead keys = new KeysRead(file.text(), descr);
        return new Parsed(
                file,
                imports,
                descr.getRules().stream().map(it -> rule(it, keys)).toList());
    }

    private RuleProblem syntaxProblem(String message, int[] errorLines) {
        int line = errorLines.length > 0 ? Math.max(1, errorLines[0]) : 1;
        int column = 1;
        Matcher position = POSITION.matcher(message);
        if (position.find()) {
            line = Integer.parseInt(position.group(1));
            column = Integer.parseInt(position.group(2)) + 1;
        }
        String text = message.replaceFirst("^\\[ERR \\d+\\]\\s*", "")
                .replaceFirst("Line \\d+:\\d+\\s*", "")
                .replaceFirst("(?s)\\s*in rule .*$", "")
                .strip();
        return new RuleProblem(file.path(), line, Math.max(1, column), "not valid DRL: " + text);
    }

    private ParsedRule rule(RuleDescr rule, KeysRead keys) {
        List<Condition> conditions = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        for (BaseDescr part : rule.getLhs().getDescrs()) {
            if (part instanceof PatternDescr pattern && pattern.getSource() == null) {
                pattern(pattern, before, conditions, prefixes);
            } else {
                conditions.add(condition(part, text(part), true));
                before.append(text(part)).append('\n');
                prefixes.add(before.toString());
            }
        }
        List<String> concludes = new ArrayList<>();
        Matcher created = NEW.matcher(String.valueOf(rule.getConsequence()));
        while (created.find()) {
            concludes.add(created.group(1));
        }
        RuleInfo info = new RuleInfo(
                file.decision(),
                rule.getName(),
                note(rule, "doc"),
                note(rule, "source"),
                note(rule, "since"),
                file.path(),
                rule.getLine(),
                conditions,
                concludes.stream().distinct().toList(),
                keys.of(rule, concludes),
                text(rule));
        return new ParsedRule(info, prefixes);
    }

    private void pattern(
            PatternDescr pattern, StringBuilder before, List<Condition> conditions, List<String> prefixes) {
        String identifier = pattern.getIdentifier();
        String head = (identifier == null ? "" : identifier + " : ") + pattern.getObjectType() + "( ";
        List<String> constraints = new ArrayList<>();
        List<BaseDescr> restricting = new ArrayList<>();
        for (Object constraint : pattern.getDescrs()) {
            BaseDescr descr = (BaseDescr) constraint;
            if (BINDING.matcher(text(descr)).matches()) {
                constraints.add(text(descr));
            } else {
                restricting.add(descr);
            }
        }
        if (restricting.isEmpty()) {
            conditions.add(condition(pattern, text(pattern), false));
            prefixes.add(before + head + String.join(", ", constraints) + " )\n");
        }
        for (BaseDescr constraint : restricting) {
            constraints.add(text(constraint));
            conditions.add(condition(constraint, pattern.getObjectType() + "( " + text(constraint) + " )", true));
            prefixes.add(before + head + String.join(", ", constraints) + " )\n");
        }
        before.append(head).append(String.join(", ", constraints)).append(" )\n");
    }

    private Condition condition(BaseDescr part, String text, boolean restricts) {
        int line = part.getLine();
        int last =
                line + (int) text(part).strip().chars().filter(it -> it == '\n').count();
        String source = last <= lines.length ? lines[last - 1] : "";
        int comment = source.indexOf("//");
        String flat =
                text.replaceAll("\\s*//[^\n]*", "").replaceAll("\\s+", " ").strip();
        String words = comment < 0 ? flat : source.substring(comment + 2).strip();
        return new Condition(words, flat, line, last, restricts);
    }

    private String text(BaseDescr part) {
        return file.text().substring(part.getStartCharacter(), part.getEndCharacter() + 1);
    }

    private static String note(RuleDescr rule, String key) {
        AnnotationDescr annotation = rule.getAnnotation(key);
        return annotation == null
                ? ""
                : AnnotationDescr.unquote(
                        String.valueOf(annotation.getSingleValue()).strip());
    }
}
