package io.bridgewarden.decisions.route;

import io.bridgewarden.decisions.Decider;
import io.bridgewarden.decisions.Parts;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.decisions.Verdict;
import io.bridgewarden.facts.CheckAnswer;
import io.bridgewarden.rules.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a fetch of a switch is answered here, and with what (reference, config-keys 5 and authz 6). Safe to share
 * between threads.
 */
public final class RouteDecisions implements Decider {
    private final Authorization authorization;

    /** @param authorization asked where rules want a channel to be checked */
    public RouteDecisions(Authorization authorization) {
        this.authorization = authorization;
    }

    @Override
    public String name() {
        return "route";
    }

    @Override
    public CompletionStage<Verdict> decide(Question question) {
        RouteRequest request = RouteRequest.read(question);
        List<Object> facts = request.facts();
        Evaluation evaluation = question.rulebook().evaluate(name(), facts);
        if (evaluation.of(RunCheck.class).isEmpty()) {
            return CompletableFuture.completedFuture(verdict(request, facts, evaluation, null));
        }
        return authorization.check(question).thenApply(answer -> {
            long after = answer.asked() ? request.answerAfter() : 0;
            List<Object> known = new ArrayList<>(facts);
            known.add(new CheckAnswer(answer.verdict(), after));
            return verdict(request, known, question.rulebook().evaluate(name(), known), answer);
        });
    }

    private static Verdict verdict(
            RouteRequest request, List<Object> facts, Evaluation evaluation, Authorization.@Nullable Answer check) {
        return new Verdict(RouteResult.resolve(request, Parts.resolve(evaluation), check), facts, evaluation);
    }
}
