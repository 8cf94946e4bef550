package io.bridgewarden.store.acl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.store.Configuration;
import io.bridgewarden.store.EffectiveConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConfiguredListsTest {
    private final NameServer server = new NameServer();
    private final NameBook names = new NameBook(new DnsResolver(List.of(server.address())), InstantSource.system());
    private final ConfiguredLists lists = new ConfiguredLists(names, InstantSource.system());

    @AfterEach
    void close() {
        lists.close();
        server.close();
    }

    private static Configuration configuration(String json) {
        ObjectNode document = Json.readObject(json.getBytes(StandardCharsets.UTF_8));
        return Configuration.of(document, Map.of());
    }

    private EntryBook book(EffectiveConfig config) {
        return lists.of(config).toCompletableFuture().join();
    }

    private static List<String> blocks(EntryBook book, String list) {
        NetworkList there = book.find(list);
        return there == null
                ? List.of()
                : there.blocks().stream().map(it -> it.block().toString()).toList();
    }

    private static List<String> codes(EntryBook book, String list) {
        return book.notices(list).stream().map(Notice::code).toList();
    }

    @Test
    void anEmptyConfigurationMakesNoList() {
        assertThat(book(Configuration.empty().effective(null, null)).names()).isEmpty();
    }

    @Test
    void aSectionOfANodeHidesTheOthersAndIsNamedAsTheOrigin() {
        Configuration configuration = configuration("""
                { "default": { "acls": { "a": { "network-list-name": "trusted", "type": "allow", "cidr": "192.0.2.0/24" } } },
                  "ecallmgr@a.example": { "acls": {
                    "b": { "network-list-name": "trusted", "type": "deny", "cidr": "198.51.100.0/24" } } } }
                """);

        EntryBook ofNode = book(configuration.effective("ecallmgr@a.example", null));
        EntryBook ofOthers = book(configuration.effective("ecallmgr@b.example", null));

        assertThat(blocks(ofNode, "trusted")).containsExactly("198.51.100.0/24");
        assertThat(Objects.requireNonNull(ofNode.entry("b")).origin().id()).isEqualTo("ecallmgr@a.example");
        assertThat(blocks(ofOthers, "trusted")).containsExactly("192.0.2.0/24");
        assertThat(book(configuration.effective(null, null))).isSameAs(ofOthers);
    }

    @Test
    void hostNamesAreLookedUpAndWhatIsMissingIsSaid() {
        server.set("sbc.example", 60, "192.0.2.1", "2001:db8::1");
        server.silence("silent.example");
        Configuration configuration = configuration("""
                { "default": { "acl_request_timeout_ms": 60000, "acls": {
                    "sbc": { "network-list-name": "authoritative", "type": "allow", "cidr": "sbc.example" },
                    "silent": { "network-list-name": "authoritative", "type": "allow",
                                "cidr": ["198.51.100.0/24", "silent.example"] },
                    "nowhere": { "network-list-name": "trusted", "type": "allow", "cidr": "nowhere.example" } } } }
                """);

        EntryBook book = book(configuration.effective(null, null));

        assertThat(blocks(book, "authoritative"))
                .containsExactlyInAnyOrder("192.0.2.1/32", "2001:db8::1/128", "198.51.100.0/24");
        assertThat(codes(book, "authoritative")).containsExactly("name-not-resolved");
        assertThat(codes(book, "trusted")).containsExactly("name-without-address");
        assertThat(book.names()).containsExactly("authoritative", "trusted");
    }

    @Test
    void aNameThatChangesChangesItsOwnEntryAndNoOther() throws Exception {
        server.set("sbc.example", 1, "192.0.2.1");
        Configuration configuration = configuration("""
                { "default": { "acls": {
                    "fixed": { "network-list-name": "trusted", "type": "allow", "cidr": "198.51.100.0/24" },
                    "sbc": { "network-list-name": "trusted", "type": "allow", "cidr": "sbc.example" } } } }
                """);
        EntryBook book = book(configuration.effective(null, null));
        NetworkList list = book.find("trusted");
        AclEntry fixed = book.entry("fixed");

        server.set("sbc.example", 1, "192.0.2.2");
        until(() -> blocks(book, "trusted").contains("192.0.2.2/32"));

        assertThat(blocks(book, "trusted")).containsExactly("192.0.2.2/32", "198.51.100.0/24");
        assertThat(book.find("trusted")).isSameAs(list);
        assertThat(book.entry("fixed")).isSameAs(fixed);
        assertThat(codes(book, "trusted")).isEmpty();
    }

    @Test
    void aNameThatCannotBeLookedUpAgainKeepsItsAddressesAndIsMarkedStaleUntilItCan() throws Exception {
        server.set("sbc.example", 1, "192.0.2.1");
        Configuration configuration = configuration("""
                { "default": { "acl_request_timeout_ms": 300, "acls": {
                    "sbc": { "network-list-name": "trusted", "type": "allow", "cidr": "sbc.example" } } } }
                """);
        EntryBook book = book(configuration.effective(null, null));

        server.silence("sbc.example");
        until(() -> codes(book, "trusted").contains("name-stale"));
        AclEntry stale = Objects.requireNonNull(book.entry("sbc"));
        server.speak("sbc.example");
        until(() -> codes(book, "trusted").isEmpty());

        assertThat(stale.members()).hasSize(1).allMatch(AclEntry.Member::stale);
        assertThat(blocks(book, "trusted")).containsExactly("192.0.2.1/32");
    }

    @Test
    void aLateNameIsAddedWhenItsAnswerComes() throws Exception {
        server.set("late.example", 60, "192.0.2.1");
        server.silence("late.example");
        Configuration configuration = configuration("""
                { "default": { "acl_request_timeout_ms": 0, "acl_request_timeout_fudge_ms": 1, "acls": {
                    "late": { "network-list-name": "trusted", "type": "allow", "cidr": "late.example" } } } }
                """);
        EntryBook book = book(configuration.effective(null, null));
        List<String> first = blocks(book, "trusted");

        server.speak("late.example");
        until(() -> !blocks(book, "trusted").isEmpty());

        assertThat(first).isEmpty();
        assertThat(blocks(book, "trusted")).containsExactly("192.0.2.1/32");
    }

    @Test
    void aLongListIsLoadedAsideFromWhoAsks() {
        ObjectNode document = Json.mapper().createObjectNode();
        ObjectNode acls = document.withObject("/default").withObject("/acls");
        for (int i = 0; i < 20_000; i++) {
            acls.putObject("entry-" + i)
                    .put("network-list-name", "trusted")
                    .put("type", i % 2 == 0 ? "allow" : "deny")
                    .put("cidr", "10.%d.%d.0/24".formatted(i / 256, i % 256));
        }
        EffectiveConfig config = Configuration.of(document, Map.of()).effective(null, null);

        CompletableFuture<EntryBook> loading = lists.of(config).toCompletableFuture();
        EntryBook book = loading.join();

        assertThat(Objects.requireNonNull(book.find("trusted")).size()).isEqualTo(20_000);
        assertThat(lists.of(config)).isSameAs(loading);
    }

    private interface Condition {
        boolean holds();
    }

    private static void until(Condition condition) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.holds()) {
            assertThat(Instant.now()).as("gave up waiting").isBefore(end);
            Thread.sleep(20);
        }
    }
}
