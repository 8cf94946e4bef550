package io.bridgewarden.rules;

import io.bridgewarden.rules.RuleProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The problems found in one rule file, each at a place of its text. */
final class ProblemList {
    private final RuleFile file;
    private final List<RuleProblem> problems = new ArrayList<>();

    ProblemList(RuleFile file) {
        this.file = file;
    }

    RuleFile file() {
        return file;
    }

    /** @param offset where in the text of the file, from 0 */
    void add(Kind kind, int offset, String message) {
        String before = file.text()
                .substring(0, Math.max(0, Math.min(offset, file.text().length())));
        int line = (int) before.chars().filter(it -> it == '\n').count() + 1;
        problems.add(new RuleProblem(kind, file.path(), line, before.length() - before.lastIndexOf('\n'), message));
    }

    /** Adds a problem where a word first stands from an offset on, up to another; at the offset if it does not. */
    void addAtWord(Kind kind, int from, int to, String word, String message) {
        if (word.isEmpty()) {
            add(kind, from, message);
            return;
        }
        Matcher found = Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])")
                .matcher(file.text())
                .region(from, to)
                .useTransparentBounds(true);
        add(kind, found.find() ? found.start() : from, message);
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Without repetitions, by place. */
    List<RuleProblem> sorted() {
        return problems.stream().distinct().sorted().toList();
    }
}
