package io.bridgewarden.rules;

import io.bridgewarden.rules.RuleProblem.Kind;
import io.bridgewarden.rules.RuleReader.Parsed;
import io.bridgewarden.rules.RuleReader.ParsedRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PackageDescr;

/** Rule files as they were read, with what is wrong with them before anything is compiled. */
final class Source {
    private static final Pattern DECISION = Pattern.compile("[a-z][a-z0-9_]*");

    // Most files of a revision are those of the one before.
    private static final Map<RuleFile, List<RuleProblem>> KNOWN = Collections.synchronizedMap(new LatestFiles<>());

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
        List<RuleProblem> found = KNOWN.computeIfAbsent(file, Source::problems);
        add(file.decision(), found);
        try {
            Parsed parsed = RuleReader.read(file);
            decisions.computeIfAbsent(file.decision(), it -> new ArrayList<>()).add(parsed);
        } catch (RulebookException e) {
            // It is no DRL, and that is among the problems already.
            return;
        }
    }

    private static List<RuleProblem> problems(RuleFile file) {
        try {
            PackageDescr descr = DrlSyntax.parse(file);
            List<RuleProblem> problems = new ArrayList<>(misplaced(file, descr));
            if (file.trust() == Trust.CHECKED) {
                problems.addAll(RuleFileCheck.check(file, descr));
            }
            return List.copyOf(problems);
        } catch (RulebookException e) {
            return e.problems();
        }
    }

    private void add(String decision, List<RuleProblem> found) {
        problems.addAll(found);
        if (!found.isEmpty()) {
            unsound.add(decision);
        }
    }

    private static List<RuleProblem> misplaced(RuleFile file, PackageDescr descr) {
        int line = Math.max(1, descr.getLine());
        if (!file.decision().equals(descr.getName())) {
            return List.of(new RuleProblem(
                    Kind.PLACE,
                    file.path(),
                    line,
                    1,
                    "package `%s` lies in folder `%s`; both have to be the same"
                            .formatted(descr.getName(), file.decision())));
        }
        return DECISION.matcher(file.decision()).matches()
                ? List.of()
                : List.of(new RuleProblem(
                        Kind.PLACE,
                        file.path(),
                        line,
                        1,
                        "folder `%s` is not named like a decision: lower case letters, digits and `_`"
                                .formatted(file.decision())));
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
