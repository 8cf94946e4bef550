package io.bridgewarden.store.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import inet.ipaddr.IPAddress;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.store.Configuration;
import io.bridgewarden.store.EffectiveConfig;
import io.bridgewarden.store.StoreException;
import io.bridgewarden.store.StoreFile;
import io.bridgewarden.store.acl.KeptLists.Change;
import io.bridgewarden.store.acl.NameResolver.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptListsTest {
    private static final Instant NOW = Instant.parse("2026-01-15T10:00:00.25Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final Predicate<Optional<KeptEntry>> ALWAYS = there -> true;

    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final NameBook names = new NameBook(this::resolve, CLOCK);
    private final ConfiguredLists configured = new ConfiguredLists(names, CLOCK);
    private EffectiveConfig config = config("{}");

    @TempDir
    Path directory;

    private KeptLists lists;

    @BeforeEach
    void open() {
        lists = open(directory);
    }

    @AfterEach
    void close() {
        lists.close();
        configured.close();
    }

    private KeptLists open(Path in) {
        return KeptLists.open(in, configured, names, () -> LookupSettings.of(config), CLOCK);
    }

    private CompletionStage<Answer> resolve(String name) {
        String address = addresses.get(name);
        return address == null
                ? CompletableFuture.failedFuture(new IllegalStateException("no answer"))
                : CompletableFuture.completedFuture(new Answer(List.of(address(address)), true, Duration.ofMinutes(5)));
    }

    private static IPAddress address(String text) {
        return Block.address(text).orElseThrow();
    }

    private static EffectiveConfig config(String acls) {
        String document =
                "{\"default\":{\"acls\":%s,\"acl_request_timeout_ms\":50}}".formatted(acls.replace('\'', '"'));
        return Configuration.of(Json.readObject(document.getBytes(StandardCharsets.UTF_8)), Map.of())
                .effective(null, null);
    }

    private Change put(String list, String name, String type, String... cidr) {
        ObjectNode entry = Json.mapper().createObjectNode().put("type", type);
        List.of(cidr).forEach(entry.putArray("cidr")::add);
        return lists.put(list, name, entry, "ops", ALWAYS, config)
                .toCompletableFuture()
                .join();
    }

    private Lists inForce() {
        return lists.of(config).toCompletableFuture().join();
    }

    /** What decides about an address, {@code +a 192.0.2.0/24}: as the switch would, by the first of the longest. */
    private String decides(String list, String address) {
        AddressList found = inForce().find(list);
        if (found == null) {
            return "no list";
        }
        List<Listed> covering = found.covering(address(address));
        return covering.isEmpty() ? "default" : text(covering.get(0));
    }

    private static String text(Listed it) {
        return (it.allows() ? "+" : "-") + it.name() + " " + it.block();
    }

    @Test
    void anEntryHoldsAsSoonAsItIsKept() {
        put("trusted", "a", "allow", "203.0.113.0/24");
        assertThat(decides("trusted", "203.0.113.9")).isEqualTo("+a 203.0.113.0/24");
        assertThat(decides("authoritative", "203.0.113.9")).isEqualTo("no list");

        put("trusted", "a", "deny", "203.0.113.0/25");
        assertThat(decides("trusted", "203.0.113.9")).isEqualTo("-a 203.0.113.0/25");
        assertThat(decides("trusted", "203.0.113.200")).isEqualTo("default");

        lists.remove("trusted", "a", ALWAYS, config).toCompletableFuture().join();
        assertThat(decides("trusted", "203.0.113.9")).isEqualTo("no list");
    }

    @Test
    void standsBesideWhatIsConfiguredAndIsListedFirst() {
        config = config("{'c':{'network-list-name':'trusted','type':'allow','cidr':'203.0.113.9/32'},"
                + "'d':{'network-list-name':'trusted','type':'allow','cidr':'198.51.100.0/24'}}");
        put("trusted", "a", "deny", "203.0.113.9");
        put("trusted", "b", "allow", "203.0.113.9");

        assertThat(decides("trusted", "198.51.100.1")).isEqualTo("+d 198.51.100.0/24");
        assertThat(Objects.requireNonNull(inForce().find("trusted")).blocks().stream()
                        .map(KeptListsTest::text))
                .as("of equal blocks the one put later is listed first, and those configured last")
                .containsExactly("+b 203.0.113.9/32", "-a 203.0.113.9/32", "+d 198.51.100.0/24", "+c 203.0.113.9/32");
        assertThat(decides("trusted", "203.0.113.9")).isEqualTo("+b 203.0.113.9/32");

        put("trusted", "a", "deny", "203.0.113.9", "192.0.2.1");
        assertThat(decides("trusted", "203.0.113.9"))
                .as("an entry that is put again keeps its place")
                .isEqualTo("+b 203.0.113.9/32");
    }

    @Test
    void hidesTheConfiguredEntryOfItsNameAndSaysSoUntilItIsRemoved() {
        config = config("{'a':{'network-list-name':'trusted','type':'allow','cidr':'203.0.113.0/24'},"
                + "'b':{'network-list-name':'authoritative','type':'allow','cidr':'192.0.2.0/24'}}");

        Change change = put("trusted", "a", "deny", "198.51.100.0/24");

        assertThat(change.notices()).extracting(Notice::code).containsExactly("configured-entry-hidden");
        assertThat(change.notices().get(0).detail()).contains("`a` (`default`)");
        assertThat(decides("trusted", "203.0.113.9")).isEqualTo("default");
        assertThat(inForce().names()).containsExactly("authoritative", "trusted");
        assertThat(put("trusted", "b", "deny", "198.51.100.0/24").notices()).isEmpty();
        assertThat(decides("authoritative", "192.0.2.1")).isEqualTo("+b 192.0.2.0/24");

        lists.remove("trusted", "a", ALWAYS, config).toCompletableFuture().join();
        assertThat(decides("trusted", "203.0.113.9")).isEqualTo("+a 203.0.113.0/24");
    }

    @Test
    void aConfiguredEntryIsNotRemovedHere() {
        config = config("{'a':{'network-list-name':'trusted','type':'allow','cidr':'203.0.113.0/24'}}");

        assertThat(refusal(lists.remove("trusted", "a", ALWAYS, config)))
                .isEqualTo("409 entry `a` of list `trusted` is configured (`default`); change it there");
        assertThat(refusal(lists.remove("trusted", "b", ALWAYS, config)))
                .isEqualTo("404 list `trusted` has no entry `b`");
        assertThat(decides("trusted", "203.0.113.9")).isEqualTo("+a 203.0.113.0/24");
    }

    @Test
    void onlyOneOfTwoChangesToTheSameRevisionIsMade() {
        String revision = put("trusted", "a", "allow", "203.0.113.0/24").entry().revision();
        Predicate<Optional<KeptEntry>> unchanged =
                there -> there.map(KeptEntry::revision).filter(revision::equals).isPresent();

        List<CompletableFuture<Change>> changes = IntStream.range(0, 20)
                .mapToObj(it -> lists.put(
                                "trusted",
                                "a",
                                Json.mapper()
                                        .createObjectNode()
                                        .put("type", "allow")
                                        .put("cidr", "192.0.2." + it),
                                "ops",
                                unchanged,
                                config)
                        .toCompletableFuture())
                .toList();

        List<CompletableFuture<Change>> refused = changes.stream()
                .filter(it -> it.handle((change, failure) -> failure != null).join())
                .toList();
        assertThat(refused).hasSize(19);
        assertThat(refusal(refused.get(0))).startsWith("412 ");
        assertThat(Objects.requireNonNull(inForce().find("trusted")).blocks()).hasSize(1);
    }

    @Test
    void aHostNameStandsForItsAddressesAndForItsLastOnesWhenItCannotBeLookedUp() {
        addresses.put("sip.carrier.example", "203.0.113.9");
        Change change = put("trusted", "a", "allow", "sip.carrier.example", "198.51.100.7");

        assertThat(change.entry().document().path("cidr").get(0).asText()).isEqualTo("sip.carrier.example");
        assertThat(change.notices()).extracting(Notice::code).containsExactly("prefix-length-added");
        assertThat(decides("trusted", "203.0.113.9")).isEqualTo("+a 203.0.113.9/32");
        assertThat(decides("trusted", "198.51.100.7")).isEqualTo("+a 198.51.100.7/32");

        addresses.put("sip.carrier.example", "203.0.113.10");
        flush();
        awaitThat(() -> decides("trusted", "203.0.113.10").equals("+a 203.0.113.10/32"));
        assertThat(decides("trusted", "203.0.113.9")).isEqualTo("default");

        addresses.clear();
        flush();
        awaitThat(() -> !inForce().notices("trusted").isEmpty());
        assertThat(inForce().notices("trusted")).extracting(Notice::code).containsExactly("name-stale");
        assertThat(decides("trusted", "203.0.113.10")).isEqualTo("+a 203.0.113.10/32");
    }

    private void flush() {
        names.lapse();
        lists.flush();
    }

    private static void awaitThat(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void everythingIsThereAfterARestartInItsOrder() {
        addresses.put("sip.carrier.example", "203.0.113.9");
        put("trusted", "z", "deny", "203.0.113.9");
        put("trusted", "ü \"a\"/b", "allow", "sip.carrier.example");
        put("authoritative", "z", "allow", "192.0.2.0/24");
        put("trusted", "gone", "allow", "192.0.2.1");
        lists.remove("trusted", "gone", ALWAYS, config).toCompletableFuture().join();
        List<KeptEntry> before = lists.entries();

        lists.close();
        open();

        assertThat(lists.entries()).isEqualTo(before).hasSize(3);
        assertThat(before.get(0).changedAt()).isEqualTo(NOW);
        assertThat(before.get(0).changedBy()).isEqualTo("ops");
        assertThat(decides("trusted", "203.0.113.9")).isEqualTo("+ü \"a\"/b 203.0.113.9/32");
        assertThat(decides("authoritative", "192.0.2.1")).isEqualTo("+z 192.0.2.0/24");
        assertThat(decides("trusted", "192.0.2.1")).isEqualTo("default");
        put("trusted", "later", "deny", "203.0.113.9");
        assertThat(decides("trusted", "203.0.113.9")).isEqualTo("-later 203.0.113.9/32");
    }

    @Test
    void oneEntryThatCannotBeReadCostsNoOther() {
        put("trusted", "a", "allow", "203.0.113.0/24");
        put("trusted", "b", "allow", "198.51.100.0/24");
        lists.close();
        try (StoreFile file = StoreFile.open(directory, "acl")) {
            file.write(Map.of(
                    "trusted\nb",
                            "{\"entry\":{\"type\":\"allow\",\"cidr\":\"10.0.0.0/99\"},\"order\":1,\"changed_at\":\"2026-01-15T10:00:00Z\"}"
                                    .getBytes(StandardCharsets.UTF_8),
                    "trusted\nc", "no json".getBytes(StandardCharsets.UTF_8)));
        }

        open();

        assertThat(decides("trusted", "203.0.113.9")).isEqualTo("+a 203.0.113.0/24");
        assertThat(inForce().notices("trusted"))
                .hasSize(2)
                .allMatch(Notice::leftOut)
                .extracting(Notice::code)
                .containsOnly("entry-not-readable");
        put("trusted", "b", "allow", "198.51.100.0/24");
        put("trusted", "c", "allow", "198.51.100.0/24");
        assertThat(inForce().notices("trusted")).isEmpty();
    }

    @Test
    void aFileInUseOrNoneOfOursIsNotOpened() {
        assertThatThrownBy(() -> open(directory))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("acl.mv.db")
                .hasMessageContaining("in use");
    }

    @Test
    void afterClosingChangesAreRefusedAndListsStillAsked() {
        put("trusted", "a", "allow", "203.0.113.0/24");

        lists.close();

        ObjectNode entry = Json.mapper().createObjectNode().put("type", "allow").put("cidr", "192.0.2.1");
        assertThat(refusal(lists.put("trusted", "b", entry, "ops", ALWAYS, config)))
                .startsWith("503 ");
        assertThat(decides("trusted", "203.0.113.9")).isEqualTo("+a 203.0.113.0/24");
    }

    private static String refusal(CompletionStage<?> refused) {
        try {
            refused.toCompletableFuture().join();
            throw new AssertionError("not refused");
        } catch (CompletionException e) {
            ProblemException problem = (ProblemException) e.getCause();
            return problem.problem().status() + " " + problem.problem().detail();
        }
    }
}
