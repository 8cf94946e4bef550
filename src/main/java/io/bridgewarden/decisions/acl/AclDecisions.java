package io.bridgewarden.decisions.acl;

import io.bridgewarden.decisions.Decider;
import io.bridgewarden.decisions.Explain;
import io.bridgewarden.decisions.Explanation;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.decisions.Verdict;
import io.bridgewarden.rules.Evaluation;
import io.bridgewarden.rules.WhyNot.Blocked;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Decides whether an address may come in (reference, acl). Safe to share between threads. */
public final class AclDecisions implements Decider {
    @Override
    public String name() {
        return "acl";
    }

    @Override
    public CompletionStage<Verdict> decide(Question question) {
        AclRequest request = AclRequest.read(question.request());
        List<Object> facts = request.facts();
        Evaluation evaluation = question.rulebook().evaluate(name(), facts);
        AclResult result = AclVerdict.resolve(request, evaluation, question.explain() != Explain.NONE);
        return switch (question.explain()) {
            case NONE -> CompletableFuture.completedFuture(new Verdict(result, null));
            case RULES ->
                CompletableFuture.completedFuture(
                        new Verdict(result, new Explanation(Explanation.fired(evaluation), null)));
            case WHY_NOT -> whyNot(question, facts, evaluation, result);
        };
    }

    private CompletionStage<Verdict> whyNot(
            Question question, List<Object> facts, Evaluation evaluation, AclResult result) {
        List<Object> known = new ArrayList<>(facts);
        Set<String> fired = new HashSet<>();
        evaluation.concluded().forEach(it -> {
            known.add(it.conclusion());
            it.firings().forEach(firing -> fired.add(firing.rule()));
        });
        return question.rulebook().whyNot(name()).thenApply(whyNot -> {
            List<Blocked> blocked =
                    whyNot.probe(known).blocked(rule -> !fired.contains(rule.name()), it -> false, it -> false);
            return new Verdict(result, new Explanation(Explanation.fired(evaluation), blocked));
        });
    }
}
