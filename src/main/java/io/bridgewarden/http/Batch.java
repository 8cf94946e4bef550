package io.bridgewarden.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Answer;
import io.bridgewarden.documents.Problem;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The requests of one batch on their way. They are decided a slice at a time, and others get their turn on the event loop
 * between the slices. All of it happens on one event loop.
 */
final class Batch {
    /** How long others wait for a slice, at most, but for its last decision. */
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private static final long PAUSE_MILLIS = 1;

    private final Function<ObjectNode, CompletionStage<Answer>> decide;
    private final List<JsonNode> requests;
    private final BooleanSupplier abandoned;
    private final Object[] responses;
    private final Promise<List<Object>> done = Promise.promise();
    private int started;
    private int answered;

    /** @param abandoned whether nobody waits for the answer any more */
    Batch(Function<ObjectNode, CompletionStage<Answer>> decide, List<JsonNode> requests, BooleanSupplier abandoned) {
        this.decide = decide;
        this.requests = requests;
        this.abandoned = abandoned;
        this.responses = new Object[requests.size()];
    }

    /** The responses in the order of the requests: {@link Answer}s and problem documents. Never completes if abandoned. */
    Future<List<Object>> run(Context context) {
        if (requests.isEmpty()) {
            done.complete(List.of());
        }
        slice(context);
        return done.future();
    }

    private void slice(Context context) {
        long start = System.nanoTime();
        while (started < requests.size()) {
            begin(started++, context);
            if (System.nanoTime() - start > SLICE_NANOS) {
                // Not `runOnContext`: an event loop takes dozens of tasks before it looks for input again.
                context.owner().setTimer(PAUSE_MILLIS, later -> resume(context));
                return;
            }
        }
    }

    private void resume(Context context) {
        if (!abandoned.getAsBoolean()) {
            slice(context);
        }
    }

    private void begin(int index, Context context) {
        answer(requests.get(index), context)
                .onSuccess(answer -> keep(index, answer))
                .onFailure(failure -> keep(index, refusal(failure)));
    }

    private Future<Answer> answer(JsonNode request, Context context) {
        if (request instanceof ObjectNode object) {
            return Future.succeededFuture(object).compose(it -> Future.fromCompletionStage(decide.apply(it), context));
        }
        return Future.failedFuture(
                Problem.invalid("#", "type", "a JSON object is expected").asException());
    }

    private void keep(int index, Object response) {
        responses[index] = response;
        answered++;
        if (answered == requests.size()) {
            done.tryComplete(Arrays.asList(responses));
        }
    }

    private static ObjectNode refusal(Throwable failure) {
        return ProblemDocument.of(Failures.problem(failure, "an item of a batch"));
    }
}
