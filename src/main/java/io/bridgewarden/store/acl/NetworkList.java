package io.bridgewarden.store.acl;

import inet.ipaddr.IPAddress;
import inet.ipaddr.format.util.AssociativeAddressTrie;
import inet.ipaddr.format.util.AssociativeAddressTrie.AssociativeTrieNode;
import inet.ipaddr.ipv4.IPv4AddressAssociativeTrie;
import inet.ipaddr.ipv6.IPv6AddressAssociativeTrie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * A named list of blocks, indexed by prefix: what covers an address is found in the time its length takes, however many
 * blocks there are, and one block more or less rebuilds nothing. Safe to share between threads; a reader sees each
 * change whole.
 */
public final class NetworkList implements AddressList {
    private static final int MANY = 1_000;
    static final Comparator<Listed> PRECEDENCE =
            Comparator.comparingInt((Listed it) -> -it.block().length()).thenComparing(Listed.ORDER);

    private final String name;
    private final boolean allows;
    private final IPv4AddressAssociativeTrie<List<Listed>> ipv4 = new IPv4AddressAssociativeTrie<>();
    private final IPv6AddressAssociativeTrie<List<Listed>> ipv6 = new IPv6AddressAssociativeTrie<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** @param allows what holds for addresses that no block covers */
    public NetworkList(String name, boolean allows) {
        this.name = name;
        this.allows = allows;
    }

    /** A list of blocks, in any order; their positions say which is listed first. */
    public static NetworkList of(String name, boolean allows, Collection<Listed> blocks) {
        NetworkList list = new NetworkList(name, allows);
        list.replace(List.of(), blocks);
        return list;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean allows() {
        return allows;
    }

    /** Adds a block; one that is there already may be there twice. */
    public void add(Listed listed) {
        replace(List.of(), List.of(listed));
    }

    /** Takes a block out, once. */
    public void remove(Listed listed) {
        replace(List.of(listed), List.of());
    }

    /** Takes blocks out and puts others in. No reader sees the list between. */
    public void replace(Collection<Listed> out, Collection<Listed> in) {
        lock.writeLock().lock();
        try {
            for (Listed it : out) {
                IPAddress key = it.block().key();
                if (key.isIPv4()) {
                    remove(ipv4, key.toIPv4(), it);
                } else {
                    remove(ipv6, key.toIPv6(), it);
                }
            }
            for (Listed it : sideBySide(in)) {
                IPAddress key = it.block().key();
                if (key.isIPv4()) {
                    add(ipv4, key.toIPv4(), it);
                } else {
                    add(ipv6, key.toIPv6(), it);
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public List<Listed> covering(IPAddress address) {
        List<Listed> found = new ArrayList<>();
        lock.readLock().lock();
        try {
            if (address.isIPv4()) {
                collect(ipv4.elementsContaining(address.toIPv4()), found);
            } else {
                collect(ipv6.elementsContaining(address.toIPv6()), found);
            }
        } finally {
            lock.readLock().unlock();
        }
        found.sort(PRECEDENCE);
        return found;
    }

    @Override
    public List<Listed> blocks() {
        List<Listed> all = new ArrayList<>();
        lock.readLock().lock();
        try {
            collect(ipv4.getRoot(), all);
            collect(ipv6.getRoot(), all);
        } finally {
            lock.readLock().unlock();
        }
        all.sort(Listed.ORDER);
        return all;
    }

    /** How many different blocks there are. */
    public int size() {
        lock.readLock().lock();
        try {
            return ipv4.size() + ipv6.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    // Neighbours go the same way through the trie, and a million that do not take several times as long to put in.
    private static Collection<Listed> sideBySide(Collection<Listed> blocks) {
        if (blocks.size() < MANY) {
            return blocks;
        }
        List<Listed> unordered = List.copyOf(blocks);
        long[] order = new long[unordered.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) unordered.get(i).block().firstBits() << Integer.SIZE | i;
        }
        Arrays.sort(order);
        List<Listed> ordered = new ArrayList<>(order.length);
        for (long it : order) {
            ordered.add(unordered.get((int) it));
        }
        return ordered;
    }

    private static <K extends IPAddress> void add(AssociativeAddressTrie<K, List<Listed>> trie, K key, Listed listed) {
        trie.remap(key, there -> {
            if (there == null) {
                return List.of(listed);
            }
            List<Listed> more = new ArrayList<>(there);
            more.add(listed);
            return List.copyOf(more);
        });
    }

    private static <K extends IPAddress> void remove(
            AssociativeAddressTrie<K, List<Listed>> trie, K key, Listed listed) {
        List<Listed> there = trie.get(key);
        if (there == null) {
            return;
        }
        List<Listed> left = new ArrayList<>(there);
        left.remove(listed);
        if (left.isEmpty()) {
            trie.remove(key);
        } else {
            trie.put(key, List.copyOf(left));
        }
    }

    private static <K extends IPAddress> void collect(
            @Nullable AssociativeTrieNode<K, List<Listed>> node, List<Listed> found) {
        if (node == null) {
            return;
        }
        Iterator<? extends AssociativeTrieNode<K, List<Listed>>> nodes = node.nodeIterator(true);
        while (nodes.hasNext()) {
            List<Listed> value = nodes.next().getValue();
            if (value != null) {
                found.addAll(value);
            }
        }
    }
}
