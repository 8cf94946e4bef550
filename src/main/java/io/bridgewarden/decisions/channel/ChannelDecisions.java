package io.bridgewarden.decisions.channel;

import io.bridgewarden.decisions.Decider;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.decisions.Verdict;
import io.bridgewarden.rules.Evaluation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Decides which channels are hung up for their age, and which events of channels and conferences are made known (reference,
 * config-keys 8). Safe to share between threads.
 */
public final class ChannelDecisions implements Decider {
    @Override
    public String name() {
        return "channel";
    }

    @Override
    public CompletionStage<Verdict> decide(Question question) {
        ChannelRequest request = ChannelRequest.read(question);
        List<Object> facts = request.facts();
        Evaluation evaluation = question.rulebook().evaluate(name(), facts);
        return CompletableFuture.completedFuture(
                new Verdict(ChannelResult.resolve(request, evaluation), facts, evaluation));
    }
}
