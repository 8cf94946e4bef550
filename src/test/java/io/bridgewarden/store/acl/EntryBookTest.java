package io.bridgewarden.store.acl;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgewarden.facts.Origin;
import io.bridgewarden.facts.Ports;
import io.bridgewarden.store.acl.AclEntry.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EntryBookTest {
    private static AclEntry entry(String name, String list, boolean allow, String... blocks) {
        List<Member> members = new ArrayList<>();
        for (String it : blocks) {
            members.add(new Member(block(it), it, null, false));
        }
        return new AclEntry(
                name, list, allow ? "allow" : "deny", members, null, Ports.ANY, Origin.configured("default"));
    }

    private static Block block(String text) {
        try {
            return Block.parse(text);
        } catch (BlockException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A change: puts the entry, or removes the one of its name. */
    record Change(boolean put, AclEntry entry) {}

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<String> blocks = Arbitraries.of("10.0.0.0/8", "10.1.0.0/16", "10.1.1.1/32", "2001:db8::/32", "::/0");
        return Combinators.combine(
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of("a", "b", "c", "d"),
                        Arbitraries.of("trusted", "authoritative"),
                        Arbitraries.of(true, false),
                        blocks.list().ofMaxSize(4))
                .as((put, name, list, allow, its) ->
                        new Change(put, entry(name, list, allow, its.toArray(String[]::new))))
                .list()
                .ofMaxSize(30);
    }

    @Property
    void whatIsLeftAfterAnyChangesIsWhatABookOfTheSameEntriesHolds(@ForAll("changes") List<Change> changes) {
        EntryBook changed = new EntryBook();
        Map<String, AclEntry> expected = new LinkedHashMap<>();
        for (Change it : changes) {
            if (it.put()) {
                changed.put(it.entry());
                expected.put(it.entry().name(), it.entry());
            } else {
                changed.remove(it.entry().name());
                expected.remove(it.entry().name());
            }
        }
        EntryBook fresh = new EntryBook();
        expected.values().forEach(fresh::put);

        assertThat(changed.entries()).isEqualTo(fresh.entries());
        assertThat(changed.rendered()).isEqualTo(fresh.rendered());
        assertThat(changed.names()).isEqualTo(fresh.names());
        for (String name : fresh.names()) {
            assertThat(blocks(changed, name)).isEqualTo(blocks(fresh, name));
        }
    }

    private static List<String> blocks(EntryBook book, String list) {
        return Objects.requireNonNull(book.find(list)).blocks().stream()
                .map(it -> it.name() + " " + it.block() + " " + it.allows())
                .toList();
    }

    @Test
    void aReaderNeverSeesAnEntryGoneWhileItIsReplaced() throws Exception {
        EntryBook book = new EntryBook();
        book.put(entry("wide", "trusted", true, "10.0.0.0/8"));
        book.put(entry("denied", "trusted", false, "10.1.1.1/32"));
        NetworkList list = Objects.requireNonNull(book.find("trusted"));
        AtomicBoolean done = new AtomicBoolean();
        AtomicBoolean letIn = new AtomicBoolean();
        var address = Block.address("10.1.1.1").orElseThrow();
        Thread reader = new Thread(() -> {
            while (!done.get()) {
                letIn.compareAndSet(false, list.covering(address).get(0).allows());
            }
        });
        reader.start();

        for (int i = 0; i < 20_000; i++) {
            book.put(entry("denied", "trusted", false, "10.1.1.1/32", i % 2 == 0 ? "10.2.2.2/32" : "10.3.3.3/32"));
        }
        done.set(true);
        reader.join();

        assertThat(letIn).isFalse();
    }

    @Test
    void aListIsThereWhileAnEntryIsInItEvenOneWithoutBlocks() {
        EntryBook book = new EntryBook();
        book.put(entry("empty", "trusted", true));

        assertThat(book.names()).containsExactly("trusted");
        book.put(entry("empty", "authoritative", true));
        assertThat(book.names()).containsExactly("authoritative");
        book.remove("empty");
        assertThat(book.names()).isEmpty();
    }
}
