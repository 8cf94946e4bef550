package io.bridgewarden.rules;

import io.bridgewarden.rules.Notes.Note;
import io.bridgewarden.rules.RuleInfo.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Reads a rule file into its rules and their conditions, without compiling it. */
final class RuleReader {
    // A binding restricts nothing, so it is no condition by itself.
    private static final Pattern BINDING = Pattern.compile("\\s*\\$?\\w+\\s*:\\s*[\\w.]+\\s*");
    private static final Pattern NEW = Pattern.compile("\\bnew\\s+(\\w+)\\s*\\(");

    // Reading DRL takes its time, and most files of a revision are those of the one before.
    private static final LatestFiles<Parsed> READ = new LatestFiles<>();

    private final RuleFile file;
    private final Notes notes;
    private final String[] lines;

    private RuleReader(RuleFile file) {
        this.file = file;
        this.notes = Notes.of(file.text());
        this.lines = file.text().split("\n", -1);
    }

    /**
     * What a file holds.
     *
     * @param bare its text without its notes, which is what is compiled
     * @param imports its import lines, as written
     * @param rules its rules, in order
     * @param problems why it may not be compiled, by place
     */
    record Parsed(
            RuleFile file, String bare, List<String> imports, List<ParsedRule> rules, List<RuleProblem> problems) {
        Parsed {
            imports = List.copyOf(imports);
            rules = List.copyOf(rules);
            problems = List.copyOf(problems);
        }
    }

    /**
     * A rule, and the growing parts of its condition.
     *
     * @param prefixes for each condition of {@code info}, the patterns up to and with it, as DRL
     * @param matches names of the facts and conclusions that its conditions match or rule out
     */
    record ParsedRule(RuleInfo info, List<String> prefixes, Set<String> matches) {
        ParsedRule {
            prefixes = List.copyOf(prefixes);
            matches = Set.copyOf(matches);
        }
    }

    /** @throws RulebookException if the text is not DRL */
    static Parsed read(RuleFile file) {
        Parsed known = READ.get(file);
        if (known != null) {
            return known;
        }
        Parsed read = new RuleReader(file).read();
        READ.put(file, read);
        return read;
    }

    private Parsed read() {
        PackageDescr descr = DrlSyntax.parse(file, notes.bare());
        List<String> imports = new ArrayList<>();
        for (ImportDescr it : descr.getImports()) {
            imports.add("import " + it.getTarget());
        }
        descr.getFunctionImports().forEach(it -> imports.add("import static " + it.getTarget()));
        KeysRead keys = new KeysRead(file.text(), descr);
        return new Parsed(
                file,
                notes.bare(),
                imports,
                descr.getRules().stream().map(it -> rule(it, keys)).toList(),
                RuleFileCheck.check(file, descr, notes));
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
        Set<String> matches = new TreeSet<>();
        matched(rule.getLhs(), matches);
        return new ParsedRule(info, prefixes, matches);
    }

    private static void matched(BaseDescr part, Set<String> names) {
        if (part instanceof PatternDescr pattern) {
            names.add(String.valueOf(pattern.getObjectType()));
        } else if (part instanceof ConditionalElementDescr joined) {
            joined.getDescrs().forEach(it -> matched((BaseDescr) it, names));
        }
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
        int line = Math.max(1, part.getLine());
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
        // The parser places some parts nowhere, and the last rule of a file beyond its end.
        int end = Math.min(part.getEndCharacter() + 1, file.text().length());
        return part.getStartCharacter() < 0 ? "" : file.text().substring(part.getStartCharacter(), end);
    }

    private String note(RuleDescr rule, String key) {
        return notes.of(rule).stream()
                .filter(it -> it.key().equals(key))
                .map(Note::text)
                .findFirst()
                .orElse("");
    }
}
