package io.bridgewarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Answer;
import io.bridgewarden.decisions.Options;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DrainTest {
    private static final String POST =
            "POST /v1/decisions/bridge HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

    private final Waiting decisions = new Waiting(4);

    @Test
    void answersWhatIsUnderWayAndTakesNothingNew() throws Exception {
        Served served = new Served(StandIns.backend(decisions), Keys.notAsked());
        int port = served.frontEnd().port();
        List<Socket> clients = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clients.add(served.socket());
            clients.get(i).getOutputStream().write(POST.getBytes(StandardCharsets.US_ASCII));
        }
        Socket idle = served.socket();
        assertThat(decisions.asked.await(30, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> closed = CompletableFuture.runAsync(served::close);

        // An idle connection has nothing to wait for.
        assertThat(Served.all(idle.getInputStream())).isEmpty();
        awaitRefusal(port);
        assertThat(closed).isNotDone();

        decisions.answer.complete(StandIns.answer(Map.of("late", true)));

        for (Socket client : clients) {
            String answer = Served.all(client.getInputStream());
            assertThat(answer)
                    .startsWith("HTTP/1.1 200 OK")
                    .containsIgnoringCase("connection: close")
                    .contains("\"late\":true");
            client.close();
        }
        closed.get(30, TimeUnit.SECONDS);
    }

    private static void awaitRefusal(int port) throws Exception {
        for (int i = 0; i < 200; i++) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (ConnectException e) {
                return;
            } catch (SocketException e) {
                // Reset while the listener was being closed: neither taken nor refused yet, so it is asked again.
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        assertThatThrownBy(() -> new Socket("127.0.0.1", port).close()).isInstanceOf(ConnectException.class);
    }

    /** Answers nobody until told to. */
    private static final class Waiting extends StandIns.Echo {
        private final CountDownLatch asked;
        private final CompletableFuture<Answer> answer = new CompletableFuture<>();

        Waiting(int callers) {
            asked = new CountDownLatch(callers);
        }

        @Override
        public CompletionStage<Answer> decide(String decision, ObjectNode request, Options options) {
            asked.countDown();
            return answer;
        }
    }
}
