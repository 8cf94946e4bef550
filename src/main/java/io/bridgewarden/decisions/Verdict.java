package io.bridgewarden.decisions;

import io.bridgewarden.rules.Evaluation;
import io.bridgewarden.rules.WhyNot.Findings;
import java.util.List;
import java.util.function.Function;

/**
 * What was decided, and what it was decided from.
 *
 * @param result the decision's own document
 * @param facts everything that was put before the rules
 * @param evaluation what they concluded
 * @param whyNot tells what kept other conclusions from being drawn; asked only where the caller wants to know
 */
public record Verdict(Object result, List<Object> facts, Evaluation evaluation, Function<Findings, List<?>> whyNot) {
    public Verdict {
        facts = List.copyOf(facts);
    }

    /** Tells of every rule that did not fire. */
    public Verdict(Object result, List<Object> facts, Evaluation evaluation) {
        this(result, facts, evaluation, findings -> KeptFromFiring.all(findings, evaluation));
    }
}
