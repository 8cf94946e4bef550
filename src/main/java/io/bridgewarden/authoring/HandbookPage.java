package io.bridgewarden.authoring;

import io.bridgewarden.rules.RuleFileInfo;
import io.bridgewarden.rules.RuleInfo;
import io.bridgewarden.rules.RuleInfo.Condition;
import java.util.List;
import java.util.stream.Collectors;

/** The page of one decision. */
final class HandbookPage {
    // From docs/rules, where the pages lie.
    private static final String RULES = "../../rules/";

    private final String decision;
    private final String question;
    private final List<RuleFileInfo> files;
    private final List<RuleInfo> rules;
    private final CaseBook cases;
    private final StringBuilder page = new StringBuilder();

    HandbookPage(String decision, String question, List<RuleFileInfo> files, List<RuleInfo> rules, CaseBook cases) {
        this.decision = decision;
        this.question = question;
        this.files = files;
        this.rules = rules;
        this.cases = cases;
    }

    String text() {
        page.setLength(0);
        page.append("""
                <!-- Made from the rules and their cases; change those. -->

                # `%s`

                %s [All decisions](README.md).

                """.formatted(decision, Markdown.text(question)));
        files.forEach(this::contents);
        files.forEach(this::file);
        return page.toString();
    }

    private List<RuleInfo> of(RuleFileInfo file) {
        return rules.stream().filter(it -> it.file().equals(file.file())).toList();
    }

    private void contents(RuleFileInfo file) {
        page.append("- ").append(Markdown.toHeading(heading(file))).append('\n');
        of(file).forEach(it ->
                page.append("  - ").append(Markdown.toHeading(it.name())).append('\n'));
    }

    private static String heading(RuleFileInfo file) {
        return file.about().isEmpty() ? file.file() : file.about().replaceFirst("\\.$", "");
    }

    private void file(RuleFileInfo file) {
        page.append("\n## ").append(Markdown.text(heading(file))).append("\n\n");
        page.append("- Written in [rules/%1$s](%2$s%1$s)\n".formatted(file.file(), RULES));
        if (!file.reads().isEmpty()) {
            page.append("- Reads ").append(Markdown.codes(file.reads())).append('\n');
        }
        if (!file.concludes().isEmpty()) {
            page.append("- Concludes ").append(Markdown.codes(file.concludes())).append('\n');
        }
        if (!file.otherwise().isEmpty()) {
            page.append("- Otherwise ").append(Markdown.text(file.otherwise())).append('\n');
        }
        of(file).forEach(this::rule);
    }

    private void rule(RuleInfo rule) {
        page.append("\n### ").append(Markdown.text(rule.name())).append("\n\n");
        page.append(Markdown.text(rule.doc())).append("\n\n");
        page.append("Concludes %s. Source: %s. Since %s, [line %d](%s%s#L%4$d).\n\n"
                .formatted(
                        Markdown.codes(rule.concludes()),
                        Markdown.text(rule.source()),
                        Markdown.text(rule.since()),
                        rule.line(),
                        RULES,
                        rule.file()));
        if (!rule.keys().isEmpty()) {
            page.append("Reads the configuration keys ")
                    .append(Markdown.codes(rule.keys()))
                    .append(".\n\n");
        }
        page.append(Markdown.row("It fires if", "As written", "It just does not where"));
        page.append(Markdown.row("---", "---", "---"));
        rule.conditions().forEach(it -> condition(rule, it));
        String hits = cases.of(rule).stream()
                .filter(RuleCase::hits)
                .map(it -> "- " + Markdown.text(it.because()) + "\n")
                .collect(Collectors.joining());
        page.append(hits.isEmpty() ? "" : "\nIt fires where\n\n" + hits);
        page.append("\n<details><summary>DRL</summary>\n\n```drl\n")
                .append(rule.text().strip())
                .append("\n```\n\n</details>\n");
    }

    private void condition(RuleInfo rule, Condition condition) {
        String misses = cases.of(rule).stream()
                .filter(it ->
                        it.misses().equals(condition.words()) || it.misses().equals(condition.text()))
                .map(it -> Markdown.text(it.because()))
                .collect(Collectors.joining("; "));
        String words = condition.words().equals(condition.text()) ? "" : Markdown.text(condition.words());
        page.append(Markdown.row(words, Markdown.code(condition.text()), misses));
    }
}
