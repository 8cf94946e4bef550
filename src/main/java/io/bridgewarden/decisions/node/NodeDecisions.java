package io.bridgewarden.decisions.node;

import io.bridgewarden.decisions.Decider;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.decisions.Verdict;
import io.bridgewarden.rules.Evaluation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Decides what a node does about its switches (reference, config-keys 7). Safe to share between threads. */
public final class NodeDecisions implements Decider {
    @Override
    public String name() {
        return "node";
    }

    @Override
    public CompletionStage<Verdict> decide(Question question) {
        NodeRequest request = NodeRequest.read(question);
        List<Object> facts = request.facts();
        Evaluation evaluation = question.rulebook().evaluate(name(), facts);
        return CompletableFuture.completedFuture(new Verdict(NodePlan.resolve(request, evaluation), facts, evaluation));
    }
}
