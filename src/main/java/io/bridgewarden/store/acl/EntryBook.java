package io.bridgewarden.store.acl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Entries by name, and the lists they make. A list is there while an entry is in it, and denies what none covers. One
 * entry more, less or changed touches its own blocks and no others. Safe to share between threads.
 */
public final class EntryBook implements Lists {
    // Blocks of one entry are told apart by the lower bits of a position.
    private static final int BITS_OF_BLOCK = 20;

    private final Map<String, Kept> entries = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private final Map<String, NetworkList> lists = new ConcurrentHashMap<>();
    private final Map<String, Map<String, List<Notice>>> notices = new ConcurrentHashMap<>();
    private long next;

    /** Without entries. */
    public EntryBook() {
        this(0);
    }

    /** @param next 0, or more than the entries of books that are to be listed after this one's */
    EntryBook(long next) {
        this.next = next;
    }

    private record Kept(AclEntry entry, long position) {}

    /** A list as it is handed to the switch. */
    public record Rendered(String name, List<Node> nodes) {}

    /**
     * A node of a list.
     *
     * @param ports null where the entry says nothing of ports
     */
    public record Node(String type, String cidr, @Nullable String ports) {}

    /**
     * Puts an entry in the place of the one of its name, else after all others; of equally long blocks the later
     * entry's is listed first.
     *
     * @throws IllegalArgumentException if it has more than a million blocks
     */
    public void put(AclEntry entry) {
        putAll(List.of(entry));
    }

    /** Puts entries one after the other; many at once take less time than one by one. */
    public synchronized void putAll(Collection<AclEntry> some) {
        Map<String, List<Listed>> in = new LinkedHashMap<>();
        Map<String, List<Listed>> out = new LinkedHashMap<>();
        Map<String, AclEntry> last = new LinkedHashMap<>();
        some.forEach(it -> last.put(it.name(), it));
        for (AclEntry entry : last.values()) {
            if (entry.members().size() >= 1 << BITS_OF_BLOCK) {
                throw new IllegalArgumentException("entry `%s` has too many blocks".formatted(entry.name()));
            }
            Kept old = entries.get(entry.name());
            Kept kept = new Kept(entry, old == null ? -(next++ << BITS_OF_BLOCK) : old.position());
            entries.put(entry.name(), kept);
            sizes.merge(entry.list(), 1, Integer::sum);
            in.computeIfAbsent(entry.list(), it -> new ArrayList<>()).addAll(listed(kept));
            if (old != null) {
                sizes.merge(old.entry().list(), -1, Integer::sum);
                out.computeIfAbsent(old.entry().list(), it -> new ArrayList<>()).addAll(listed(old));
            }
        }
        // What is in a list before it leaves another is never in none.
        in.forEach((list, blocks) -> lists.computeIfAbsent(list, it -> new NetworkList(it, false))
                .replace(out.getOrDefault(list, List.of()), blocks));
        out.forEach((list, blocks) -> leave(list, in.containsKey(list) ? List.of() : blocks));
    }

    /** Takes an entry out, if there is one of the name. */
    public synchronized void remove(String name) {
        Kept old = entries.remove(name);
        if (old != null) {
            sizes.merge(old.entry().list(), -1, Integer::sum);
            leave(old.entry().list(), listed(old));
        }
    }

    private void leave(String list, List<Listed> blocks) {
        NetworkList there = lists.get(list);
        if (sizes.getOrDefault(list, 0) == 0) {
            sizes.remove(list);
            lists.remove(list);
        } else if (there != null) {
            there.replace(blocks, List.of());
        }
    }

    private static List<Listed> listed(Kept kept) {
        return kept.entry().listed(kept.position());
    }

    /** Says what is to be known about an entry of a list, in place of what was; none forgets it. */
    public void note(String list, String entry, List<Notice> about) {
        if (about.isEmpty()) {
            Map<String, List<Notice>> there = notices.get(list);
            if (there != null) {
                there.remove(entry);
            }
        } else {
            notices.computeIfAbsent(list, it -> new ConcurrentHashMap<>()).put(entry, List.copyOf(about));
        }
    }

    /** The entry of that name; null if there is none. */
    public synchronized @Nullable AclEntry entry(String name) {
        Kept kept = entries.get(name);
        return kept == null ? null : kept.entry();
    }

    /** Every entry, in order. */
    public synchronized List<AclEntry> entries() {
        return entries.values().stream()
                .sorted(Comparator.comparingLong(it -> -it.position()))
                .map(Kept::entry)
                .toList();
    }

    @Override
    public @Nullable NetworkList find(String name) {
        return lists.get(name);
    }

    @Override
    public Set<String> names() {
        return new TreeSet<>(lists.keySet());
    }

    @Override
    public List<Notice> notices(String name) {
        Map<String, List<Notice>> ofList = notices.get(name);
        return ofList == null
                ? List.of()
                : new TreeMap<>(ofList)
                        .values().stream().flatMap(Collection::stream).toList();
    }

    /** What is to be known, of every list. */
    public List<Notice> notices() {
        return new TreeSet<>(notices.keySet())
                .stream().flatMap(it -> notices(it).stream()).toList();
    }

    /** The lists as they are handed to the switch, by name: their nodes are the blocks, the last entry's first. */
    public List<Rendered> rendered() {
        Map<String, List<Node>> nodes = new TreeMap<>();
        List<AclEntry> inOrder = entries();
        for (int i = inOrder.size() - 1; i >= 0; i--) {
            AclEntry entry = inOrder.get(i);
            List<Node> ofList = nodes.computeIfAbsent(entry.list(), it -> new ArrayList<>());
            for (int j = entry.members().size() - 1; j >= 0; j--) {
                ofList.add(new Node(entry.type(), entry.members().get(j).text(), entry.portsText()));
            }
        }
        List<Rendered> rendered = new ArrayList<>();
        new LinkedHashMap<>(nodes).forEach((name, ofList) -> rendered.add(new Rendered(name, List.copyOf(ofList))));
        return rendered;
    }
}
