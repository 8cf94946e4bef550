package io.bridgewarden.http;

import static io.bridgewarden.http.FrontEndTest.assertProblem;
import static io.bridgewarden.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Answer;
import io.bridgewarden.decisions.Options;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final String BATCH = "/v1/decisions/bridge/batch";
    private static final AtomicInteger DECIDED = new AtomicInteger();
    private static Served served;

    @BeforeAll
    static void serve() {
        served = new Served(StandIns.backend(new Uneven()), Keys.notAsked());
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void answersOrRefusesEachRequestByItself() {
        HttpResponse<String> response = served.post(
                BATCH, "{\"requests\":[{\"n\":0},{\"fail\":\"problem\"},[],{\"fail\":\"throw\"},{\"n\":4}]}");

        JsonNode responses = json(response).get("responses");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(responses).hasSize(5);
        assertThat(responses.at("/0/result/request/n").asInt()).isZero();
        assertThat(responses.at("/1/type").asText()).isEqualTo("/problems/invalid-request");
        assertThat(responses.at("/1/errors/0/pointer").asText()).isEqualTo("#/fail");
        assertThat(responses.at("/2/errors/0/code").asText()).isEqualTo("type");
        assertThat(responses.at("/3/status").asInt()).isEqualTo(500);
        assertThat(responses.at("/3").toString()).doesNotContain("secret");
        assertThat(responses.at("/4/result/request/n").asInt()).isEqualTo(4);
    }

    @Test
    void keepsTheOrderThoughSomeAnswersComeLate() {
        String requests = IntStream.range(0, 50)
                .mapToObj(n -> "{\"n\":%d,\"late\":%b}".formatted(n, n % 3 == 0))
                .collect(Collectors.joining(","));

        JsonNode responses =
                json(served.post(BATCH, "{\"requests\":[" + requests + "]}")).get("responses");

        List<Integer> order = new ArrayList<>();
        responses.forEach(it -> order.add(it.at("/result/request/n").asInt()));
        assertThat(order).isEqualTo(IntStream.range(0, 50).boxed().toList());
    }

    @Test
    void passesOnWhatTheQueryStringAsksFor() {
        JsonNode answer = json(served.post(BATCH + "?explain=rules", "{\"requests\":[{}]}"));

        assertThat(answer.at("/responses/0/result/options/explain").asText()).isEqualTo("RULES");
    }

    @Test
    void decidesAsManyAsTheLimitAndNotOneMore() {
        assertThat(json(served.post(BATCH, batchOf(1000))).get("responses")).hasSize(1000);

        DECIDED.set(0);
        HttpResponse<String> tooMany = served.post(BATCH, batchOf(1001));

        assertProblem(tooMany, 422, "invalid-request");
        assertThat(json(tooMany).at("/errors/0/pointer").asText()).isEqualTo("#/requests");
        assertThat(DECIDED).hasValue(0);
    }

    @Test
    void refusesWhatIsNotABatch() {
        assertProblem(served.post(BATCH, "{}"), 422, "invalid-request");
        assertProblem(served.post(BATCH, "{\"requests\":{}}"), 422, "invalid-request");
        assertProblem(served.post(BATCH, "{\"requests\":[{}],\"request\":{}}"), 422, "invalid-request");
        assertProblem(served.post("/v1/decisions/none/batch", "{\"requests\":[{}]}"), 404, "not-found");
    }

    @Test
    void letsOthersHaveTheirTurnWhileALongBatchIsDecided() {
        List<String> ended = Collections.synchronizedList(new ArrayList<>());
        String slow = IntStream.range(0, 200).mapToObj(n -> "{\"busy\":10}").collect(Collectors.joining(","));
        // On as many connections as there are event loops, and one more to find one of them busy.
        int loops = Runtime.getRuntime().availableProcessors();
        List<Thread> batches = IntStream.range(0, loops)
                .mapToObj(n -> new Thread(() -> {
                    served.post(BATCH, "{\"requests\":[" + slow + "]}");
                    ended.add("batch");
                }))
                .toList();
        DECIDED.set(0);
        batches.forEach(Thread::start);
        while (DECIDED.get() < loops) {
            Thread.onSpinWait();
        }

        served.post("/v1/decisions/bridge", "{}");
        ended.add("single");

        batches.forEach(BatchTest::join);
        assertThat(ended.get(0)).isEqualTo("single");
    }

    @Test
    void dropsTheRestOfABatchThatNobodyWaitsFor() throws Exception {
        String slow = IntStream.range(0, 500).mapToObj(n -> "{\"busy\":10}").collect(Collectors.joining(","));
        String body = "{\"requests\":[" + slow + "]}";
        DECIDED.set(0);
        try (var socket = served.socket()) {
            socket.getOutputStream()
                    .write(
                            "POST %s HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                                    .formatted(BATCH, body.length(), body)
                                    .getBytes());
            while (DECIDED.get() == 0) {
                Thread.onSpinWait();
            }
            socket.setSoLinger(true, 0);
        }

        assertThat(decidedInTheEnd()).isLessThan(500);
    }

    private static int decidedInTheEnd() throws InterruptedException {
        int before = -1;
        while (DECIDED.get() != before) {
            before = DECIDED.get();
            TimeUnit.MILLISECONDS.sleep(500);
        }
        return before;
    }

    private static String batchOf(int size) {
        return "{\"requests\":[" + "{},".repeat(size - 1) + "{}]}";
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Answers late where it is told to, and keeps the event loop busy for so many milliseconds. */
    private static final class Uneven extends StandIns.Echo {
        @Override
        public CompletionStage<Answer> decide(String decision, ObjectNode request, Options options) {
            DECIDED.incrementAndGet();
            long until = System.nanoTime()
                    + TimeUnit.MILLISECONDS.toNanos(request.path("busy").asLong());
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            CompletionStage<Answer> answer = super.decide(decision, request, options);
            if (!request.path("late").asBoolean()) {
                return answer;
            }
            return CompletableFuture.supplyAsync(
                            () -> "now", CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS))
                    .thenCompose(now -> answer);
        }
    }
}
