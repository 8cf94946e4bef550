package io.bridgewarden.decisions.balance;

import io.bridgewarden.decisions.Decider;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.decisions.Verdict;
import io.bridgewarden.rules.Evaluation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Decides whose calls are ended for lack of credit, and when accounts are looked at next (reference, config-keys 9). Safe to
 * share between threads.
 */
public final class BalanceDecisions implements Decider {
    @Override
    public String name() {
        return "balance";
    }

    @Override
    public CompletionStage<Verdict> decide(Question question) {
        BalanceRequest request = BalanceRequest.read(question);
        List<Object> facts = request.facts();
        Evaluation evaluation = question.rulebook().evaluate(name(), facts);
        return CompletableFuture.completedFuture(
                new Verdict(BalanceResult.resolve(request, evaluation), facts, evaluation));
    }
}
