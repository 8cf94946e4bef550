package io.bridgewarden.authoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.bridgewarden.documents.Schemas;
import io.bridgewarden.rules.RuleFileInfo;
import io.bridgewarden.rules.RuleInfo;
import io.bridgewarden.rules.Rulebook;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rules as a book in Markdown, for people who do not read DRL: a page for each decision and an index. Made of what rules
 * say about themselves and of the cases beside them.
 */
public final class Handbook {
    static final String INDEX = "README.md";

    private final Map<String, List<RuleInfo>> rules;
    private final Map<String, List<RuleFileInfo>> files;
    private final CaseBook cases;

    public Handbook(Rulebook rulebook, CaseBook cases) {
        this.rules = rulebook.rules().stream().collect(groupingBy(RuleInfo::decision, TreeMap::new, toList()));
        this.files = rulebook.files().stream().collect(groupingBy(RuleFileInfo::decision));
        this.cases = cases;
    }

    /** Every page, by its file name. */
    public Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        pages.put(INDEX, index());
        rules.forEach((decision, ofDecision) -> pages.put(
                decision + ".md",
                new HandbookPage(
                                decision,
                                question(decision),
                                files.getOrDefault(decision, List.of()),
                                ofDecision,
                                cases)
                        .text()));
        return pages;
    }

    private String index() {
        StringBuilder index = new StringBuilder("""
                <!-- Made from the rules and their cases; change those. -->

                # Rule handbook

                Every rule of the shipped rulebook, decision by decision: what it says, why, where that is laid down, when it
                fires and when it just does not. `GET /v1/rules` of a running service answers the same as JSON, of the rules
                that are in force there.

                | Decision | Question | Rules | Cases |
                | --- | --- | --- | --- |
                """);
        rules.forEach((decision, ofDecision) -> index.append(Markdown.row(
                "[%1$s](%1$s.md)".formatted(decision),
                Markdown.text(question(decision)),
                Integer.toString(ofDecision.size()),
                Integer.toString(
                        ofDecision.stream().mapToInt(it -> cases.of(it).size()).sum()))));
        return index.toString();
    }

    /** The first sentence of what a request of the decision is. */
    private static String question(String decision) {
        String schema = decision + "-request";
        Set<String> known = Schemas.shipped().names();
        if (!known.contains(schema)) {
            return "";
        }
        String description =
                Schemas.shipped().schema(schema).path("description").asText();
        return description.replaceFirst("(?s)(?<=[?.])\\s.*", "");
    }
}
