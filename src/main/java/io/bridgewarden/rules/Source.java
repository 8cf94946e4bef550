package io.bridgewarden.rules;

import io.bridgewarden.rules.RuleProblem.Kind;
import io.bridgewarden.rules.RuleReader.Parsed;
import io.bridgewarden.rules.RuleReader.ParsedRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Rule files as they were read, with what is wrong with them before anything is compiled. */
final class Source {
    private final Map<String, List<Parsed>> decisions = new TreeMap<>();
    private final List<RuleProblem> problems = new ArrayList<>();
    private final Set<String> unsound = new HashSet<>();

    private Source() {}

    static Source read(List<RuleFile> files) {
        Source source = new Source();
        files.forEach(source::read);
        source.decisions.forEach(source::together);
        return source;
    }

    /** The files that are DRL, by decision. */
    Map<String, List<Parsed>> decisions() {
        return decisions;
    }

    List<RuleProblem> problems() {
        return problems;
    }

    /** Those whose files have no problem, so that they may be compiled. */
    Map<String, List<Parsed>> sound() {
        Map<String, List<Parsed>> sound = new TreeMap<>(decisions);
        sound.keySet().removeAll(unsound);
        return sound;
    }

    private void read(RuleFile file) {
        try {
            Parsed parsed = RuleReader.read(file);
            add(file.decision(), parsed.problems());
            decisions.computeIfAbsent(file.decision(), it -> new ArrayList<>()).add(parsed);
        } catch (RulebookException e) {
            add(file.decision(), e.problems());
        }
    }

    private void add(String decision, List<RuleProblem> found) {
        problems.addAll(found);
        if (!found.isEmpty()) {
            unsound.add(decision);
        }
    }

    private void together(String decision, List<Parsed> parsed) {
        List<ParsedRule> rules =
                parsed.stream().flatMap(it -> it.rules().stream()).toList();
        add(decision, repeatedNames(rules));
        if (parsed.stream().allMatch(it -> it.file().trust() == Trust.CHECKED)) {
            add(decision, Circles.among(rules));
        }
    }

    private static List<RuleProblem> repeatedNames(List<ParsedRule> rules) {
        Map<String, RuleInfo> first = new HashMap<>();
        List<RuleProblem> problems = new ArrayList<>();
        for (ParsedRule rule : rules) {
            RuleInfo info = rule.info();
            RuleInfo earlier = first.putIfAbsent(info.name(), info);
            if (earlier != null) {
                problems.add(new RuleProblem(
                        Kind.NAME,
                        info.file(),
                        info.line(),
                        1,
                        "rule `%s` stands in %s:%d already; give one of them another name"
                                .formatted(info.name(), earlier.file(), earlier.line())));
            }
        }
        return problems;
    }
}
