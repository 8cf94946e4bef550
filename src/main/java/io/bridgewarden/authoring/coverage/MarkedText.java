package io.bridgewarden.authoring.coverage;

import io.bridgewarden.authoring.coverage.Coverage.OfCondition;
import io.bridgewarden.authoring.coverage.Coverage.OfRule;
import java.util.ArrayList;
import java.util.List;

/** The text of a rule, each line marked as the conditions that stand on it. */
final class MarkedText {
    private final OfRule rule;

    MarkedText(OfRule rule) {
        this.rule = rule;
    }

    /**
     * A line of a rule.
     *
     * @param number in its file, from 1
     */
    record Line(int number, Mark mark, String text) {}

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        int number = rule.rule().line();
        for (String text : rule.rule().text().lines().toList()) {
            lines.add(new Line(number, mark(number), text));
            number++;
        }
        return lines;
    }

    private Mark mark(int line) {
        return rule.conditions().stream()
                .filter(it -> stands(it, line))
                .map(Mark::of)
                .reduce(Mark.PLAIN, Mark::worse);
    }

    private static boolean stands(OfCondition condition, int line) {
        return condition.condition().line() <= line
                && line <= condition.condition().lastLine();
    }
}
