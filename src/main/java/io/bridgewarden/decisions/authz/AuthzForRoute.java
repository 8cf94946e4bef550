package io.bridgewarden.decisions.authz;

import io.bridgewarden.decisions.Question;
import io.bridgewarden.decisions.route.Authorization;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.facts.CheckAnswer.Verdict;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Checks the channel of a fetch as {@link AuthzDecisions} does. Safe to share between threads. */
public final class AuthzForRoute implements Authorization {
    private final AuthzDecisions authz;

    public AuthzForRoute(AuthzDecisions authz) {
        this.authz = authz;
    }

    @Override
    public CompletionStage<Answer> check(Question question) {
        try {
            return authz.decide(question)
                    .thenApply(verdict -> answer((AuthzResult) verdict.result()))
                    .exceptionally(AuthzForRoute::failed);
        } catch (ProblemException e) {
            return CompletableFuture.completedFuture(failed(e));
        }
    }

    private static Answer answer(AuthzResult result) {
        return new Answer(
                verdict(result), result.returnedVars(), result.asked(), result.rated(), result.hangupCause(), result);
    }

    private static Verdict verdict(AuthzResult result) {
        if (!result.authorized()) {
            return Verdict.DENIED;
        }
        return result.returnedVars() == null ? Verdict.ALLOWED_BARE : Verdict.ALLOWED;
    }

    // A switch waits for its answer, so that a channel that says too little is no mistake of the one who asks here.
    private static Answer failed(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof ProblemException problem && isAboutChannel(problem)) {
            return Answer.FAILED;
        }
        throw thrown instanceof RuntimeException unchecked ? unchecked : new CompletionException(thrown);
    }

    private static boolean isAboutChannel(ProblemException thrown) {
        return !thrown.problem().errors().isEmpty()
                && thrown.problem().errors().stream()
                        .allMatch(it ->
                                it.pointer().equals("#/channel") || it.pointer().startsWith("#/channel/"));
    }
}
