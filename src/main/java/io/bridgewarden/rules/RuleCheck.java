package io.bridgewarden.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a look at rule files found, whether or not they can be put in force.
 *
 * @param problems all there are, by place
 * @param rules every rule that could be read
 * @param texts content of each file, by its path from the rule directory
 */
public record RuleCheck(List<RuleProblem> problems, List<RuleInfo> rules, Map<String, String> texts) {
    public RuleCheck {
        problems = List.copyOf(problems);
        rules = List.copyOf(rules);
        texts = Map.copyOf(texts);
    }

    /** Checks and compiles the rules shipped with the service; takes seconds. */
    public static RuleCheck shipped() {
        return of(RuleFiles.shipped());
    }

    /**
     * Checks and compiles {@code DIRECTORY/DECISION/NAME.drl}, over the shipped rules where the directory has an
     * {@code overlay.json}; takes seconds. Shipped decisions that the directory adds nothing to are passed over.
     *
     * @throws java.io.UncheckedIOException if the directory or a file cannot be read
     */
    public static RuleCheck in(Path directory, Trust trust) {
        try {
            Set<String> touched = RuleFiles.list(directory).stream()
                    .map(it -> String.valueOf(it.getFileName()))
                    .collect(Collectors.toSet());
            List<RuleFile> files = RuleFiles.of(directory, trust);
            List<RuleFile> changed =
                    files.stream().filter(it -> touched.contains(it.decision())).toList();
            return changed.isEmpty() && !files.isEmpty() ? new RuleCheck(List.of(), List.of(), Map.of()) : of(changed);
        } catch (RulebookException e) {
            return unusable(directory, trust, e.problems());
        }
    }

    // Cases are still held to the rules that can be read, so that one mistake is not told many times.
    private static RuleCheck unusable(Path directory, Trust trust, List<RuleProblem> problems) {
        try {
            List<RuleFile> files = RuleFiles.in(directory, trust);
            return new RuleCheck(problems, rules(files), texts(files));
        } catch (RulebookException e) {
            return new RuleCheck(problems, List.of(), Map.of());
        }
    }

    static RuleCheck of(List<RuleFile> files) {
        List<RuleInfo> rules = rules(files);
        Map<String, String> texts = texts(files);
        List<RuleProblem> problems = new ArrayList<>(RuleNotes.missing(rules));
        try (Rulebook compiled = Rulebook.compile(files)) {
            return new RuleCheck(problems, compiled.rules(), texts);
        } catch (RulebookException e) {
            problems.addAll(e.problems());
            return new RuleCheck(problems.stream().sorted().toList(), rules, texts);
        }
    }

    private static List<RuleInfo> rules(List<RuleFile> files) {
        return Source.read(files).decisions().values().stream()
                .flatMap(List::stream)
                .flatMap(it -> it.rules().stream())
                .map(it -> it.info())
                .toList();
    }

    private static Map<String, String> texts(List<RuleFile> files) {
        return files.stream().collect(Collectors.toMap(RuleFile::path, RuleFile::text));
    }
}
