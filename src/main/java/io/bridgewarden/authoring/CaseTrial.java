package io.bridgewarden.authoring;

import io.bridgewarden.documents.JsonPlaces;
import io.bridgewarden.documents.JsonPlaces.Place;
import io.bridgewarden.rules.RuleProblem;
import io.bridgewarden.rules.Rulebook;
import io.bridgewarden.rules.Trial;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Runs the cases of a rule directory on rules that are to be put in force. All of them, since a decision may ask another;
 * which condition a near miss fails in is asked only of decisions that changed, since that takes seconds each. Safe to
 * share between threads.
 */
public final class CaseTrial implements Trial {
    private final Path directory;
    private volatile CaseBook passed = CaseBook.of(List.of());

    /**
     * Of the cases in a directory.
     *
     * @param directory read anew at each trial
     */
    public CaseTrial(Path directory) {
        this.directory = directory;
    }

    @Override
    public List<RuleProblem> problems(Rulebook candidate, Set<String> changed) {
        CaseRunner runner = new CaseRunner(candidate);
        List<RuleProblem> problems = new ArrayList<>();
        try {
            List<CaseFile> files = CaseFile.of(directory);
            for (CaseFile file : files) {
                problems.addAll(problems(file, runner, changed));
            }
            if (problems.isEmpty()) {
                passed = CaseBook.of(files);
            }
        } catch (UncheckedIOException e) {
            problems.add(new RuleProblem(".", 1, 1, String.valueOf(e.getMessage())));
        }
        return problems;
    }

    /** The cases that passed last. */
    public CaseBook passed() {
        return passed;
    }

    private static List<RuleProblem> problems(CaseFile file, CaseRunner runner, Set<String> changed) {
        List<RuleProblem> problems = new ArrayList<>(file.problems());
        if (problems.isEmpty()) {
            JsonPlaces places = JsonPlaces.of(file.text());
            for (RuleCase it : file.cases()) {
                CaseRun run = changed.contains(it.decision()) && !it.hits() ? runner.probe(it) : runner.run(it);
                problems.addAll(problems(file, places, run));
            }
        }
        return problems;
    }

    private static List<RuleProblem> problems(CaseFile file, JsonPlaces places, CaseRun run) {
        RuleCase given = run.ruleCase();
        String at = "/cases/%d".formatted(given.number() - 1);
        return run.mismatches().stream()
                .map(it -> problem(
                        file, places.at(at + it.pointer()), "case `%s`: %s".formatted(given.because(), it.detail())))
                .toList();
    }

    private static RuleProblem problem(CaseFile file, Place place, String message) {
        return new RuleProblem(file.path(), place.line(), place.column(), message);
    }
}
