package io.bridgewarden.http;

import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.rules.RuleInfo;
import io.bridgewarden.rules.RulesStatus;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What people see who come with a browser. */
final class Pages {
    private final Backend backend;
    private final String home = text("home.html");
    private final String problem = text("problem.html");

    Pages(Backend backend) {
        this.backend = backend;
    }

    /** {@code GET /}: what this is, and where to go from here. */
    void home(RoutingContext context) {
        RulesStatus rules = backend.catalogue().status();
        Responses.html(
                context,
                filled(
                        home,
                        Map.of(
                                "host", escaped(String.valueOf(context.request().authority())),
                                "version", escaped(backend.version()),
                                "rules", Integer.toString(rules.rules().size()),
                                "revision", escaped(rules.revision()),
                                "decisions", decisions(rules))));
    }

    /** {@code GET /problems/{type}}: a kind of problem, in a sentence; as a page for browsers, else as JSON. */
    void problem(RoutingContext context) {
        String name = context.pathParam(Paths.TYPE);
        ProblemType type = ProblemType.of(name)
                .orElseThrow(() -> Problem.notFound("there is no problem type `%s`".formatted(name))
                        .asException());
        if (Negotiation.prefersHtml(context)) {
            Responses.html(context, page(type));
        } else {
            Responses.json(
                    context,
                    Json.mapper()
                            .createObjectNode()
                            .put("type", ProblemDocument.TYPES + type.type())
                            .put("title", type.title())
                            .put("status", type.status())
                            .put("meaning", type.meaning()));
        }
    }

    private String page(ProblemType type) {
        return filled(
                problem,
                Map.of(
                        "title", escaped(type.title()),
                        "status", Integer.toString(type.status()),
                        "type", ProblemDocument.TYPES + type.type(),
                        "meaning", escaped(type.meaning()).replaceAll("`([^`]*)`", "<code>$1</code>")));
    }

    private String decisions(RulesStatus inForce) {
        Map<String, Long> rules = inForce.rules().stream()
                .collect(Collectors.groupingBy(RuleInfo::decision, TreeMap::new, Collectors.counting()));
        return new TreeSet<>(backend.decisions().names())
                .stream().map(name -> item(name, rules.getOrDefault(name, 0L))).collect(Collectors.joining());
    }

    private static String item(String decision, long rules) {
        return "<li><a href=\"/v1/rules/%1$s\"><code>%1$s</code></a> <span>%2$d %3$s</span></li>"
                .formatted(escaped(decision), rules, rules == 1 ? "rule" : "rules");
    }

    private static String filled(String template, Map<String, String> values) {
        String page = template;
        for (var value : values.entrySet()) {
            page = page.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return page;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String text(String name) {
        return new String(Resources.read(name), StandardCharsets.UTF_8);
    }
}
