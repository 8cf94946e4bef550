package io.bridgewarden.authoring.coverage;

import io.bridgewarden.authoring.RuleCase;
import io.bridgewarden.authoring.coverage.Coverage.OfCondition;
import io.bridgewarden.authoring.coverage.Coverage.OfRule;
import io.bridgewarden.rules.RuleInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes coverage as one page that needs nothing besides itself: the text of the rules, marked line by line. */
public final class CoverageHtml {
    private static final String STYLE = "/authoring/coverage.css";
    private static final Map<Integer, String> ENTITIES =
            Map.of((int) '&', "&amp;", (int) '<', "&lt;", (int) '>', "&gt;", (int) '"', "&quot;", (int) '\'', "&#39;");

    private final StringBuilder html = new StringBuilder();

    private CoverageHtml() {}

    /** The whole page. */
    public static String of(Coverage coverage) {
        CoverageHtml page = new CoverageHtml();
        page.page(coverage);
        return page.html.toString();
    }

    private void page(Coverage coverage) {
        html.append("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <title>Coverage of rules</title>
                <style>
                """);
        html.append(style()).append("</style>\n</head>\n<body>\n<main>\n<h1>Coverage of rules</h1>\n");
        html.append("<p>Rules <code>").append(escaped(coverage.revision())).append("</code></p>\n");
        summary(coverage);
        html.append("""
                <p class="key">Each line of a condition is marked:
                <span class="both">✓ held and failed</span> in cases,
                <span class="both">= held</span>, and only says which fact is meant,
                <span class="half">! failed, and has no words</span> for it,
                <span class="half">◐ never failed</span> or <span class="half">◑ never held</span>,
                <span class="none">✗ neither</span>.</p>
                """);
        coverage.byDecision().forEach(this::decision);
        html.append("</main>\n</body>\n</html>\n");
    }

    private void summary(Coverage coverage) {
        html.append("<table class=\"summary\">\n<thead><tr><th scope=\"col\">Decision</th>")
                .append("<th scope=\"col\">Rules</th><th scope=\"col\">Conditions</th></tr></thead>\n<tbody>\n");
        coverage.byDecision()
                .forEach((decision, rules) ->
                        summaryRow("<a href=\"#%1$s\">%1$s</a>".formatted(escaped(decision)), rules));
        summaryRow("all", coverage.rules());
        html.append("</tbody>\n</table>\n");
    }

    private void summaryRow(String heading, List<OfRule> rules) {
        html.append("<tr><th scope=\"row\">").append(heading).append("</th>");
        for (Measure measure : Measure.values()) {
            Share share = Coverage.share(rules, measure);
            html.append("<td class=\"%s\">%s</td>"
                    .formatted(share.covered() == share.total() ? "both" : "none", escaped(share.toString())));
        }
        html.append("</tr>\n");
    }

    private void decision(String decision, List<OfRule> rules) {
        html.append("<section id=\"%1$s\">\n<h2>%1$s</h2>\n".formatted(escaped(decision)));
        rules.forEach(this::rule);
        html.append("</section>\n");
    }

    private void rule(OfRule rule) {
        RuleInfo info = rule.rule();
        boolean whole = rule.covered() && rule.conditions().stream().allMatch(OfCondition::covered);
        html.append("<details%s>\n<summary><span class=\"%s\">%s</span> %s <code>%s:%d</code></summary>\n"
                .formatted(
                        whole ? "" : " open=\"open\"",
                        whole ? "both" : "none",
                        whole ? "✓ covered" : "✗ gaps",
                        escaped(info.name()),
                        escaped(info.file()),
                        info.line()));
        html.append("<p>Fires in %s. Does not in %s.</p>\n".formatted(shown(rule.fired()), shown(rule.notFired())));
        html.append("<pre class=\"rule\">");
        new MarkedText(rule).lines().forEach(this::line);
        html.append("</pre>\n");
        conditions(rule.conditions());
        html.append("</details>\n");
    }

    private void line(MarkedText.Line line) {
        html.append("<span class=\"%s\"><span class=\"mark\">%s</span><span class=\"number\">%4d</span>  %s</span>\n"
                .formatted(line.mark().style(), line.mark().sign(), line.number(), escaped(line.text())));
    }

    private void conditions(List<OfCondition> conditions) {
        html.append(
                        "<table>\n<thead><tr><th scope=\"col\"></th><th scope=\"col\">Line</th><th scope=\"col\">Condition</th>")
                .append("<th scope=\"col\">Holds in</th><th scope=\"col\">Fails first in</th></tr></thead>\n<tbody>\n");
        for (OfCondition it : conditions) {
            Mark mark = Mark.of(it);
            html.append("<tr><td class=\"%s\">%s</td><td>%d</td><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                    .formatted(
                            mark.style(),
                            mark.sign() + " " + mark.words(),
                            it.condition().line(),
                            escaped(it.condition().words()),
                            shown(it.met()),
                            shown(it.missed())));
        }
        html.append("</tbody>\n</table>\n");
    }

    private static String shown(@Nullable RuleCase by) {
        return by == null
                ? "<strong class=\"none\">no case</strong>"
                : "<code>%s</code> (%s)".formatted(escaped(by.place()), escaped(by.because()));
    }

    private static String style() {
        try (InputStream style = Objects.requireNonNull(CoverageHtml.class.getResourceAsStream(STYLE))) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(it -> escaped.append(ENTITIES.getOrDefault(it, Character.toString(it))));
        return escaped.toString();
    }
}
