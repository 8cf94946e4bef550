package io.bridgewarden.store.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bridgewarden.store.acl.NameResolver.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DnsResolverTest {
    private final NameServer server = new NameServer();
    private final DnsResolver resolver = new DnsResolver(List.of(server.address()));

    @AfterEach
    void close() {
        server.close();
    }

    private Answer resolve(String name) {
        return resolver.resolve(name).toCompletableFuture().join();
    }

    private static List<String> texts(Answer answer) {
        return answer.addresses().stream().map(Object::toString).sorted().toList();
    }

    @Test
    void findsAddressesOfBothFamiliesAndHowLongTheyHold() {
        server.set("sbc.example", 90, "192.0.2.1", "2001:db8::1");

        Answer answer = resolve("sbc.example");

        assertThat(texts(answer)).containsExactly("192.0.2.1", "2001:db8::1");
        assertThat(answer.whole()).isTrue();
        assertThat(answer.validFor()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void goesToTheHostsThatTheSipServiceIsAtRatherThanToTheNameItself() {
        server.set("carrier.example", 60, "192.0.2.1");
        server.setService("carrier.example", "a.carrier.example", "b.carrier.example");
        server.set("a.carrier.example", 60, "192.0.2.11");
        server.set("b.carrier.example", 30, "192.0.2.12");

        Answer answer = resolve("carrier.example");

        assertThat(texts(answer)).containsExactly("192.0.2.11", "192.0.2.12");
        assertThat(answer.validFor()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void takesEveryOneOfFiveHundredAddresses() {
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            addresses.add("198.51.%d.%d".formatted(100 + i / 250, i % 250));
        }
        server.set("many.example", 60, addresses.toArray(String[]::new));

        Answer answer = resolve("many.example");

        assertThat(texts(answer)).containsExactlyInAnyOrderElementsOf(addresses);
        assertThat(server.askedOverTcp()).isPositive();
    }

    @Test
    void aNameThatIsNotThereHasNoAddress() {
        Answer answer = resolve("nowhere.example");

        assertThat(answer.addresses()).isEmpty();
        assertThat(answer.whole()).isTrue();
    }

    @Test
    void aNameServerThatSaysNothingIsAFailure() {
        server.silence("silent.example");

        assertThatThrownBy(() -> resolve("silent.example")).isInstanceOf(CompletionException.class);
    }

    @Test
    void aNameServerThatFailsIsAFailure() {
        server.set("failing.example", 60, "192.0.2.1");
        server.fail("failing.example");

        assertThatThrownBy(() -> resolve("failing.example")).isInstanceOf(CompletionException.class);
    }

    @Test
    void whatItCouldNotAskAllOfIsNotWhole() {
        server.set("partly.example", 60, "192.0.2.1");
        server.silence("_sip._udp.partly.example");

        Answer answer = resolve("partly.example");

        assertThat(texts(answer)).containsExactly("192.0.2.1");
        assertThat(answer.whole()).isFalse();
    }

    @Test
    void anAnswerToAnotherQuestionIsNotHeard() {
        server.set("forged.example", 60, "192.0.2.66");
        server.mangle("forged.example", wire -> {
            wire[0] ^= 0x55; // the number of the question
            return wire;
        });

        assertThatThrownBy(() -> resolve("forged.example")).isInstanceOf(CompletionException.class);
    }

    @Test
    void anAnswerThatIsNoMessageIsAFailure() {
        server.mangle("torn.example", wire -> Arrays.copyOf(wire, 14));

        assertThatThrownBy(() -> resolve("torn.example")).isInstanceOf(CompletionException.class);
    }
}
