package io.bridgewarden.store.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem.Violation;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.store.acl.HostAddresses.State;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatedNamesTest {
    private static final String NAMES = """
            { "SBC.example": { "addresses": ["2001:db8::1", "192.0.2.1"], "after_ms": 1000 },
              "nothing.example": { "addresses": [] },
              "zero.example": { "addresses": ["0.0.0.0"] } }
            """;

    private static Map<String, HostAddresses> find(long millis) {
        return StatedNames.read(Json.readObject(NAMES.getBytes(StandardCharsets.UTF_8)), "#/names")
                .find(
                        List.of("sbc.example", "nothing.example", "zero.example", "other.example"),
                        Duration.ofMillis(millis))
                .toCompletableFuture()
                .join();
    }

    @Test
    void answersWhatIsStatedInAscendingOrder() {
        assertThat(find(1001).get("sbc.example"))
                .satisfies(it -> assertThat(it.state()).isEqualTo(State.FOUND))
                .satisfies(it -> assertThat(it.addresses())
                        .extracting(Object::toString)
                        .containsExactly("192.0.2.1", "2001:db8::1"));
    }

    @Test
    void comesTooLateWithAnAnswerThatTakesAsLongAsIsWaited() {
        assertThat(find(1000).get("sbc.example").state()).isEqualTo(State.UNANSWERED);
    }

    @Test
    void waitsForNothingWithoutTime() {
        assertThat(find(0).get("nothing.example").state()).isEqualTo(State.UNANSWERED);
        assertThat(find(-5).get("nothing.example").state()).isEqualTo(State.UNANSWERED);
    }

    @Test
    void hasNoAddressWhereNoneOrAnyIsStated() {
        assertThat(find(1).get("nothing.example").state()).isEqualTo(State.NONE);
        assertThat(find(1).get("zero.example").state()).isEqualTo(State.NONE);
    }

    @Test
    void leavesUnansweredWhatIsNotStated() {
        assertThat(find(1).get("other.example").state()).isEqualTo(State.UNANSWERED);
    }

    @Test
    void namesTheTextThatIsNoAddress() {
        byte[] names = "{\"a/b\": {\"addresses\": [\"192.0.2.1\", \"192.0.2.256\"]}}".getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> StatedNames.read(Json.readObject(names), "#/names"))
                .satisfies(it -> assertThat(it.problem().errors())
                        .containsExactly(new Violation(
                                "#/names/a~1b/addresses/1", "no-address", "`192.0.2.256` is no IP address")));
    }
}
