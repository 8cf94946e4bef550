package io.bridgewarden.store.acl;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgewarden.store.acl.HostAddresses.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names looked up at a name server that does as it likes. */
class NameBookTest {
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final NameServer server = new NameServer();
    private Instant now = Instant.parse("2026-01-15T10:00:00Z");
    private final NameBook names = new NameBook(new DnsResolver(List.of(server.address())), () -> now);

    @AfterEach
    void close() {
        server.close();
    }

    private HostAddresses find(String name, Duration limit) {
        return names.find(List.of(name), limit).toCompletableFuture().join().get(name);
    }

    private static List<String> texts(HostAddresses found) {
        return found.addresses().stream().map(Object::toString).toList();
    }

    @Test
    void aNameThatNeverResolvesIsUnanswered() {
        server.silence("silent.example");

        assertThat(find("silent.example", SOON)).isEqualTo(HostAddresses.UNANSWERED);
    }

    @Test
    void aSlowNameKeepsNoOtherFromItsTime() {
        server.silence("silent.example");
        server.set("sbc.example", 60, "192.0.2.1");

        var found = names.find(List.of("silent.example", "sbc.example"), Duration.ofSeconds(2))
                .toCompletableFuture()
                .join();

        assertThat(found.get("silent.example")).isEqualTo(HostAddresses.UNANSWERED);
        assertThat(texts(found.get("sbc.example"))).containsExactly("192.0.2.1");
    }

    @Test
    void anAnswerThatComesTooLateServesTheNextWhoAsks() {
        CountDownLatch late = new CountDownLatch(1);
        server.set("late.example", 60, "192.0.2.1");
        server.hold("late.example", late);

        HostAddresses inTime = find("late.example", SOON);
        late.countDown();
        HostAddresses next = find("late.example", LONG);

        assertThat(inTime).isEqualTo(HostAddresses.UNANSWERED);
        assertThat(next.state()).isEqualTo(State.FOUND);
        assertThat(texts(next)).containsExactly("192.0.2.1");
    }

    @Test
    void whoeverWantsANameThatIsBeingLookedUpWaitsForTheSameAnswer() {
        CountDownLatch late = new CountDownLatch(1);
        server.set("late.example", 60, "192.0.2.1");
        server.hold("late.example", late);

        var first = names.find(List.of("late.example"), LONG);
        var second = names.find(List.of("late.example"), LONG);
        late.countDown();
        first.toCompletableFuture().join();
        second.toCompletableFuture().join();
        find("late.example", LONG);

        assertThat(server.asked("_sip._udp.late.example")).isEqualTo(1);
    }

    @Test
    void aNameThatChangesIsBelievedWhenItsAnswerLapses() {
        server.set("moving.example", 60, "192.0.2.1");
        HostAddresses before = find("moving.example", LONG);
        server.set("moving.example", 60, "192.0.2.2");

        now = now.plusSeconds(59);
        HostAddresses held = find("moving.example", LONG);
        now = now.plusSeconds(1);
        HostAddresses after = find("moving.example", LONG);

        assertThat(held).isEqualTo(before);
        assertThat(texts(after)).containsExactly("192.0.2.2");
    }

    @Test
    void theLastGoodAddressesServeForADayMarkedStale() {
        server.set("sbc.example", 60, "192.0.2.1");
        find("sbc.example", LONG);
        server.silence("sbc.example");

        now = now.plusSeconds(61);
        HostAddresses stale = find("sbc.example", SOON);
        now = now.plus(NameBook.LONGEST_STALE);
        HostAddresses gone = find("sbc.example", SOON);

        assertThat(stale.state()).isEqualTo(State.STALE);
        assertThat(texts(stale)).containsExactly("192.0.2.1");
        assertThat(gone).isEqualTo(HostAddresses.UNANSWERED);
    }

    @Test
    void aNameThatWasTakenAwayIsNotKeptStale() {
        server.set("sbc.example", 60, "192.0.2.1");
        find("sbc.example", LONG);
        server.set("sbc.example", 60);

        now = now.plusSeconds(61);

        assertThat(find("sbc.example", LONG)).isEqualTo(HostAddresses.NONE);
    }

    @Test
    void aNameCannotStandForTheAddressThatTheSwitchTakesForEveryOne() {
        server.set("hostile.example", 60, "0.0.0.0", "192.0.2.1");
        server.set("worse.example", 60, "0.0.0.0");

        assertThat(texts(find("hostile.example", LONG))).containsExactly("192.0.2.1");
        assertThat(find("worse.example", LONG)).isEqualTo(HostAddresses.NONE);
    }

    @Test
    void withoutAnyTimeNothingIsWaitedFor() {
        CountDownLatch late = new CountDownLatch(1);
        server.set("sbc.example", 60, "192.0.2.1");
        server.hold("sbc.example", late);

        assertThat(find("sbc.example", Duration.ZERO)).isEqualTo(HostAddresses.UNANSWERED);
        late.countDown();
    }
}
