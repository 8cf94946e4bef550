package io.bridgewarden.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.decisions.Decisions;
import io.bridgewarden.decisions.Explain;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.decisions.Verdict;
import io.bridgewarden.decisions.all.AllDecisions;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.documents.Words;
import io.bridgewarden.rules.Evaluation.Concluded;
import io.bridgewarden.rules.Evaluation.Firing;
import io.bridgewarden.rules.RuleInfo;
import io.bridgewarden.rules.RuleInfo.Condition;
import io.bridgewarden.rules.Rulebook;
import io.bridgewarden.rules.WhyNot;
import io.bridgewarden.rules.WhyNot.Blocked;
import io.bridgewarden.rules.WhyNot.Findings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs cases against a rulebook, on nothing but what their requests bring. Safe to share between threads; the rulebook
 * has to stay open.
 */
public final class CaseRunner {
    /** The decision instant of a case whose request names none. */
    public static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");

    private static final Options OPTIONS = new Options(Explain.NONE, true, true);

    private final Rulebook rulebook;
    private final Decisions decisions;

    public CaseRunner(Rulebook rulebook) {
        this.rulebook = rulebook;
        this.decisions = AllDecisions.bare(() -> rulebook, InstantSource.fixed(NOW));
    }

    /**
     * Decides a case's request and compares: the rule fires or does not, and the result has what the case lists. Which
     * condition a near miss fails in is not asked.
     */
    public CaseRun run(RuleCase given) {
        return run(given, null);
    }

    /**
     * As {@link #run}; and a near miss fails first in the condition it names. The first case of a decision waits some
     * seconds for its probes.
     */
    public CaseRun probe(RuleCase given) {
        if (!rulebook.decisions().contains(given.decision())) {
            return run(given, null);
        }
        return run(
                given, rulebook.whyNot(given.decision()).toCompletableFuture().join());
    }

    private CaseRun run(RuleCase given, @Nullable WhyNot probes) {
        Verdict verdict;
        try {
            verdict = decisions
                    .verdict(given.decision(), given.request(), OPTIONS)
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ProblemException refused) {
                return CaseRun.refused(given, inWords(refused.problem()));
            }
            throw e;
        }
        Set<String> fired = fired(verdict);
        Findings findings = probes == null ? null : probes.probe(known(verdict));
        List<Mismatch> mismatches = new ArrayList<>(named(given));
        if (mismatches.isEmpty()) {
            mismatches.addAll(firing(given, fired));
        }
        if (findings != null && !given.hits() && mismatches.isEmpty()) {
            mismatches.addAll(firstFailure(given, findings));
        }
        // As callers read it: a number of ours has a width, one of JSON has none.
        JsonNode result = Json.read(Json.write(verdict.result()));
        mismatches.addAll(Mismatch.between(given.result(), result, "/result"));
        return new CaseRun(given, mismatches, fired, result, findings);
    }

    private static List<Object> known(Verdict verdict) {
        List<Object> known = new ArrayList<>(verdict.facts());
        verdict.evaluation().concluded().forEach(it -> known.add(it.conclusion()));
        return known;
    }

    private static Set<String> fired(Verdict verdict) {
        Set<String> fired = new TreeSet<>();
        for (Concluded concluded : verdict.evaluation().concluded()) {
            for (Firing firing : concluded.firings()) {
                fired.add(firing.rule());
            }
        }
        return fired;
    }

    // A near miss of a rule that was renamed would pass for ever.
    private List<Mismatch> named(RuleCase given) {
        List<String> names = rulebook.rules().stream()
                .filter(it -> it.decision().equals(given.decision()))
                .map(RuleInfo::name)
                .toList();
        if (names.contains(given.rule())) {
            return List.of();
        }
        String nearest = Words.nearest(given.rule(), names)
                .map(it -> "; did you mean `%s`?".formatted(it))
                .orElse("");
        return List.of(Mismatch.of("/rule", "there is no rule `%s`%s".formatted(given.rule(), nearest)));
    }

    private static List<Mismatch> firing(RuleCase given, Set<String> fired) {
        boolean fires = fired.contains(given.rule());
        if (given.hits() && !fires) {
            return List.of(Mismatch.of("/hit", "`%s` should fire, and did not".formatted(given.rule())));
        }
        // Of one that is about one thing, firings on others are no matter; the probes tell them apart.
        if (!given.hits() && fires && !given.isAboutOneThing()) {
            return List.of(Mismatch.of("/misses", "`%s` should not fire, and did".formatted(given.rule())));
        }
        return List.of();
    }

    private static List<Mismatch> firstFailure(RuleCase given, Findings findings) {
        List<Blocked> blocked =
                findings.blocked(rule -> rule.name().equals(given.rule()), given::isOfItsKind, given::isItsOwn);
        if (blocked.isEmpty()) {
            return List.of(Mismatch.of("/misses", "no condition of `%s` fails".formatted(given.rule())));
        }
        Condition failed = blocked.get(0).failed();
        if (failed.words().equals(given.misses()) || failed.text().equals(given.misses())) {
            return List.of();
        }
        return List.of(Mismatch.of(
                "/misses",
                "the first condition that fails is `%s` (line %d), not `%s`"
                        .formatted(failed.words(), failed.line(), given.misses())));
    }

    private static String inWords(Problem problem) {
        String detail = problem.detail() == null ? problem.title() : problem.detail();
        return problem.errors().isEmpty()
                ? detail
                : problem.errors().stream()
                        .map(it -> it.pointer() + ": " + it.detail())
                        .collect(Collectors.joining("; "));
    }
}
