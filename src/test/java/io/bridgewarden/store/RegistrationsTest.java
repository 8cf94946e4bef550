package io.bridgewarden.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.facts.Aor;
import io.bridgewarden.facts.Registration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationsTest {
    private static final String FILE = "registrations.mv.db";
    private static final Instant NOW = Instant.parse("2026-01-15T10:00:00.25Z");
    private static final Aor ALICE = new Aor("alice", "acme.example");

    @TempDir
    Path directory;

    private Instant now = NOW;
    private Registrations registrations;

    @BeforeEach
    void open() {
        registrations = Registrations.open(directory, () -> now);
    }

    @AfterEach
    void close() {
        registrations.close();
    }

    private void reopen() {
        registrations.close();
        open();
    }

    private static Registration registration(Aor aor, String contact, long expires) {
        return new Registration(aor, aor.realm(), contact, NOW, expires, null, null, null);
    }

    private static Registration alice(String host) {
        return registration(ALICE, "<sip:alice@" + host + ">", 360);
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private List<Registration> found(Aor aor) {
        return done(registrations.find(List.of(aor))).getOrDefault(aor, List.of());
    }

    @Test
    void findsWhatWasPut() {
        done(registrations.put(alice("192.0.2.1")));

        assertThat(found(ALICE)).containsExactly(alice("192.0.2.1"));
        assertThat(registrations.get(ALICE)).containsExactly(alice("192.0.2.1"));
        assertThat(registrations.size()).isEqualTo(1);
    }

    @Test
    void findsNothingOfWhomNobodyRegistered() {
        assertThat(done(registrations.find(List.of(ALICE)))).isEmpty();
        assertThat(registrations.get(ALICE)).isEmpty();
    }

    @Test
    void keepsEveryMemberOverARestart() {
        Registration full = new Registration(
                new Aor("Ålice \"x\"", "Acme.Example"),
                "Acme.Example",
                "\"Alice\" <sip:alice@192.0.2.1;ob>;q=1",
                NOW.plusNanos(7),
                4_294_967_295L,
                "<sip:198.51.100.5:5060;lr>",
                "wss",
                "east");
        done(registrations.putAll(List.of(full, alice("192.0.2.1"))));

        reopen();

        assertThat(found(full.aor())).containsExactly(full);
        assertThat(found(ALICE)).containsExactly(alice("192.0.2.1"));
        assertThat(registrations.size()).isEqualTo(2);
    }

    @Test
    void keepsSeveralContactsOfAnAddressInTheOrderTheyRegistered() {
        done(registrations.put(alice("192.0.2.1")));
        done(registrations.put(alice("192.0.2.2")));
        done(registrations.put(alice("192.0.2.1")));

        assertThat(found(ALICE)).containsExactly(alice("192.0.2.2"), alice("192.0.2.1"));
    }

    @Test
    void aNewRegisterReplacesTheSameContactHoweverItIsWritten() {
        done(registrations.put(registration(ALICE, "\"A\" <sip:alice@PHONE.acme.example>;q=1", 60)));
        done(registrations.put(registration(ALICE, "<SIP:alice@phone.acme.example>", 120)));

        assertThat(found(ALICE))
                .singleElement()
                .satisfies(it -> assertThat(it.expires()).isEqualTo(120));
    }

    @Test
    void aLifetimeOf0EndsThatContactOnly() {
        done(registrations.putAll(List.of(alice("192.0.2.1"), alice("192.0.2.2"))));

        done(registrations.put(registration(ALICE, "<sip:alice@192.0.2.1>", 0)));
        done(registrations.put(registration(ALICE, "<sip:alice@192.0.2.9>", 0)));

        assertThat(found(ALICE)).containsExactly(alice("192.0.2.2"));
    }

    @Test
    void aStarWithALifetimeOf0EndsEveryContactOfTheAddress() {
        Aor other = new Aor("Alice", "acme.example");
        done(registrations.putAll(
                List.of(alice("192.0.2.1"), alice("192.0.2.2"), registration(other, "<sip:a@192.0.2.3>", 60))));

        done(registrations.put(registration(ALICE, "*", 0)));

        assertThat(registrations.get(ALICE)).isEmpty();
        assertThat(registrations.get(other)).hasSize(1);
    }

    @Test
    void replaceBindsExactlyTheGivenContacts() {
        done(registrations.putAll(List.of(alice("192.0.2.1"), alice("192.0.2.2"))));

        done(registrations.replace(ALICE, List.of(alice("192.0.2.3"), registration(ALICE, "<sip:a@192.0.2.4>", 0))));

        assertThat(found(ALICE)).containsExactly(alice("192.0.2.3"));
    }

    @Test
    void replaceWithNothingAndRemoveForgetTheAddress() {
        Aor bob = new Aor("bob", "acme.example");
        done(registrations.putAll(List.of(alice("192.0.2.1"), registration(bob, "<sip:bob@192.0.2.2>", 60))));

        done(registrations.replace(ALICE, List.of()));
        done(registrations.remove(bob));
        reopen();

        assertThat(registrations.size()).isZero();
    }

    @Test
    void removesOneContact() {
        done(registrations.putAll(List.of(alice("192.0.2.1"), alice("192.0.2.2"))));

        done(registrations.remove(ALICE, "sip:alice@192.0.2.2"));

        assertThat(found(ALICE)).containsExactly(alice("192.0.2.1"));
    }

    @Test
    void refusesToReplaceAnAddressByAnother() {
        assertThatThrownBy(() -> registrations.replace(new Aor("bob", "acme.example"), List.of(alice("192.0.2.1"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void comparesRealmsWithoutCaseAndUsersOnlyIfNobodyIsSpelledSo() {
        Aor upper = new Aor("ALICE", "ACME.example");
        Aor mixed = new Aor("Alice", "acme.EXAMPLE");
        done(registrations.put(alice("192.0.2.1")));

        assertThat(found(upper)).containsExactly(alice("192.0.2.1"));
        assertThat(registrations.get(upper)).isEmpty();

        Registration exact = registration(upper, "<sip:ALICE@192.0.2.2>", 60);
        done(registrations.put(exact));

        assertThat(found(upper)).containsExactly(exact);
        assertThat(found(ALICE)).containsExactly(alice("192.0.2.1"));
        assertThat(found(mixed)).containsExactly(alice("192.0.2.1"), exact);
    }

    @Test
    void changingOneSpellingLeavesTheOthers() {
        Aor upper = new Aor("ALICE", "acme.example");
        done(registrations.putAll(List.of(alice("192.0.2.1"), registration(upper, "<sip:alice@192.0.2.1>", 60))));

        done(registrations.remove(upper));

        assertThat(found(ALICE)).containsExactly(alice("192.0.2.1"));
    }

    @Test
    void answersEachOfSeveralAddresses() {
        Aor bob = new Aor("bob", "acme.example");
        Aor carol = new Aor("carol", "acme.example");
        done(registrations.putAll(List.of(alice("192.0.2.1"), registration(bob, "<sip:bob@192.0.2.2>", 60))));

        assertThat(done(registrations.find(List.of(ALICE, bob, carol, ALICE)))).containsOnlyKeys(ALICE, bob);
    }

    @Test
    void keepsTheNewestOfTooManyContacts() {
        List<Registration> many = new ArrayList<>();
        for (int i = 0; i <= Registrations.MAX_CONTACTS; i++) {
            many.add(new Registration(
                    ALICE, "acme.example", "<sip:alice@host" + i + ">", NOW.plusSeconds(i), 60, null, null, null));
        }

        done(registrations.putAll(many));

        assertThat(found(ALICE)).containsExactlyElementsOf(many.subList(1, many.size()));
    }

    @Test
    void lapsedBindingsAreFoundUntilTheyAreForgottenAndOthersStay() {
        Aor bob = new Aor("bob", "acme.example");
        done(registrations.put(alice("192.0.2.1")));

        now = NOW.plusSeconds(360).plus(Registrations.KEPT_AFTER_LAPSE);
        done(registrations.put(new Registration(bob, "acme.example", "<sip:b@x>", now, 60, null, null, null)));
        assertThat(found(ALICE)).hasSize(1);

        now = now.plusMillis(1);
        done(registrations.put(new Registration(bob, "acme.example", "<sip:b@y>", now, 60, null, null, null)));
        assertThat(found(ALICE)).isEmpty();
        assertThat(found(bob)).hasSize(2);

        reopen();
        assertThat(registrations.size()).isEqualTo(1);
    }

    @Test
    void everyLapsedBindingIsForgottenWhileOthersKeepComing() {
        List<Registration> old = IntStream.range(0, 1_000)
                .mapToObj(i -> registration(new Aor("u" + i, "acme.example"), "<sip:u@x>", 60))
                .toList();
        done(registrations.putAll(old));
        now = NOW.plus(Duration.ofDays(3));

        for (int i = 0; i < 1_200; i++) {
            done(registrations.put(new Registration(ALICE, "acme.example", "<sip:a@x>", now, 60, null, null, null)));
        }

        assertThat(registrations.size()).isEqualTo(1);
    }

    @Test
    void withoutADirectoryNothingIsWritten() {
        try (Registrations memory = Registrations.open(null, () -> now)) {
            done(memory.put(alice("192.0.2.1")));

            assertThat(memory.get(ALICE)).hasSize(1);
        }
        assertThat(registrations.get(ALICE)).isEmpty();
    }

    @Test
    void changesFromManyThreadsAreAllKept() {
        List<CompletableFuture<Void>> changes = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(i -> registrations
                        .put(registration(new Aor("u" + i % 50, "acme.example"), "<sip:u@h" + i / 50 + ">", 60))
                        .toCompletableFuture())
                .toList();
        changes.forEach(CompletableFuture::join);

        reopen();

        assertThat(registrations.size()).isEqualTo(50);
        assertThat(IntStream.range(0, 50)
                        .map(i -> registrations
                                .get(new Aor("u" + i, "acme.example"))
                                .size()))
                .containsOnly(40);
    }

    @Test
    void closingKeepsWhatWasAccepted() {
        List<CompletionStage<Void>> changes = IntStream.range(0, 500)
                .mapToObj(i -> registrations.put(registration(new Aor("u" + i, "acme.example"), "<sip:u@h>", 60)))
                .toList();

        reopen();

        assertThat(changes)
                .allSatisfy(it -> assertThat(it.toCompletableFuture()).isCompleted());
        assertThat(registrations.size()).isEqualTo(500);
    }

    @Test
    void afterClosingChangesAreRefusedAndFindingGoesOn() {
        done(registrations.put(alice("192.0.2.1")));
        registrations.close();
        registrations.close();

        assertThatThrownBy(() -> done(registrations.put(alice("192.0.2.2"))))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        it -> assertThat(it.problem().status()).isEqualTo(503));
        assertThat(found(ALICE)).containsExactly(alice("192.0.2.1"));
    }

    @Test
    void aSecondStoreOnTheSameFileIsRefusedInPlainWords() {
        assertThatThrownBy(() -> Registrations.open(directory, () -> now))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("in use by another process")
                .hasMessageContaining(directory.toString());
    }

    @Test
    void aFileThatIsNoStoreIsRefusedAndLeftAlone(@TempDir Path other) throws IOException {
        Path file = Files.writeString(other.resolve(FILE), "not a store ".repeat(1_000));

        assertThatThrownBy(() -> Registrations.open(other, () -> now))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("damaged or no store");
        assertThat(Files.readString(file)).startsWith("not a store");
    }

    @Test
    void aFileOfALaterReleaseIsRefused(@TempDir Path other) {
        try (MVStore store = MVStore.open(other.resolve(FILE).toString())) {
            store.setStoreVersion(99);
            store.openMap("later").put("a", "b");
        }

        assertThatThrownBy(() -> Registrations.open(other, () -> now))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("later release");
    }

    @Test
    void aDirectoryThatCannotBeMadeIsRefused(@TempDir Path other) throws IOException {
        Path file = Files.writeString(other.resolve("file"), "");

        assertThatThrownBy(() -> Registrations.open(file.resolve("data"), () -> now))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be made");
    }

    /** Any sequence of changes leaves what a plain map would hold, in memory and after a restart. */
    @Property(tries = 60)
    void keepsWhatAMapWouldHold(@ForAll @Size(max = 40) List<@IntRange(max = 999) Integer> steps) throws IOException {
        Path fresh = Files.createTempDirectory("registrations");
        Map<Aor, Map<String, Registration>> model = new HashMap<>();
        try (Registrations store = Registrations.open(fresh, () -> NOW)) {
            for (int step : steps) {
                Aor aor = new Aor(step % 2 == 0 ? "u" + step % 5 : "U" + step % 5, "acme.example");
                String contact = "<sip:u@h" + step / 10 % 4 + ">";
                long expires = step % 7 == 0 ? 0 : 60;
                Registration registration = registration(aor, contact, expires);
                Map<String, Registration> contacts = model.computeIfAbsent(aor, it -> new HashMap<>());
                switch (step % 9) {
                    case 0 -> {
                        contacts.clear();
                        done(store.remove(aor));
                    }
                    case 1 -> {
                        contacts.clear();
                        contacts.put(contact, registration(aor, contact, 60));
                        done(store.replace(aor, List.of(registration(aor, contact, 60))));
                    }
                    default -> {
                        contacts.remove(contact);
                        if (expires > 0) {
                            contacts.put(contact, registration);
                        }
                        done(store.put(registration));
                    }
                }
            }
            expect(model, store);
        }
        try (Registrations store = Registrations.open(fresh, () -> NOW)) {
            expect(model, store);
        } finally {
            Files.delete(fresh.resolve(FILE));
            Files.delete(fresh);
        }
    }

    private static void expect(Map<Aor, Map<String, Registration>> model, Registrations store) {
        model.forEach(
                (aor, contacts) -> assertThat(store.get(aor)).containsExactlyInAnyOrderElementsOf(contacts.values()));
    }
}
