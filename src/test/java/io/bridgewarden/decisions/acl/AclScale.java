package io.bridgewarden.decisions.acl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv4.IPv4Address;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.decisions.Explain;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.documents.Json;
import io.bridgewarden.facts.Origin;
import io.bridgewarden.store.Configuration;
import io.bridgewarden.store.EffectiveConfig;
import io.bridgewarden.store.acl.EntryBook;
import io.bridgewarden.store.acl.EntryCollector;
import io.bridgewarden.store.acl.NameBook;
import io.bridgewarden.store.acl.NetworkList;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/**
 * Prints what network lists of 10, 10,000 and 1,000,000 blocks cost: load time, memory, one entry changed, one decision.
 * Run by hand with a heap of 3 GB. Times are processor time; they are compared within one run alone.
 */
final class AclScale {
    private static final int[] SIZES = {10, 10_000, 1_000_000};
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 60_000;
    private static final int DECISIONS = 40_000;

    private AclScale() {}

    public static void main(String[] arguments) {
        System.out.printf(
                "%10s %10s %10s %12s %14s %12s %14s %14s%n",
                "blocks",
                "load ms",
                "heap MB",
                "bytes/block",
                "change p50 us",
                "find p50 us",
                "decide p50 us",
                "decide p99 us");
        measure(10, false);
        for (int size : SIZES) {
            measure(size, true);
        }
    }

    private static void measure(int size, boolean print) {
        ObjectNode acls = acls(size);
        long before = used();
        long start = cpu();
        EntryBook book = new EntryCollector()
                .configured(acls, "#/acls", Origin.configured("default"))
                .book(Map.of());
        double loadMs = (cpu() - start) / 1e6;
        long heap = used() - before;
        double change = change(book, acls);
        double[] decide = decide(book, size);
        if (print) {
            System.out.printf(
                    "%10d %10.0f %10.1f %12d %14.1f %12.1f %14.1f %14.1f%n",
                    size, loadMs, heap / 1e6, heap / size, change, find(book, size), decide[0], decide[1]);
        }
        if (acls.size() != size || book.names().isEmpty()) {
            throw new IllegalStateException("not what was meant to be measured");
        }
    }

    /**
     * All of IPv4, and customers' networks apart from one another, one in four of them IPv6: each address asked about is
     * covered by two entries, so that sizes alone differ.
     */
    private static ObjectNode acls(int size) {
        ObjectNode acls = Json.mapper().createObjectNode();
        put(acls, "deny", "0.0.0.0/0");
        while (acls.size() < size) {
            int i = acls.size();
            put(
                    acls,
                    "allow",
                    i % 4 == 0 ? "2001:db8:%x:%x::/64".formatted(spread(i) >>> 16, i & 0xffff) : text(v4(i)) + "/28");
        }
        return acls;
    }

    private static void put(ObjectNode acls, String type, String cidr) {
        acls.putObject("entry-" + acls.size())
                .put("network-list-name", "trusted")
                .put("type", type)
                .put("cidr", cidr);
    }

    /** The network of an entry: each has another, all over the address space. */
    private static int v4(int entry) {
        return spread(entry) << 4;
    }

    private static int spread(int entry) {
        return entry * 0x9e3779b1 & 0x0fff_ffff;
    }

    private static int asked(Random random, int size) {
        int entry = 1 + random.nextInt(size - 1);
        return v4(entry % 4 == 0 ? 1 : entry) | random.nextInt(16);
    }

    private static String text(int address) {
        return "%d.%d.%d.%d".formatted(address >>> 24, address >>> 16 & 0xff, address >>> 8 & 0xff, address & 0xff);
    }

    private static double change(EntryBook book, ObjectNode acls) {
        Random random = new Random(1);
        long[] nanos = new long[5_000];
        for (int i = 0; i < nanos.length; i++) {
            String name = "entry-" + random.nextInt(acls.size());
            var entry = book.entry(name);
            long start = cpu();
            book.remove(name);
            book.put(Objects.requireNonNull(entry));
            nanos[i] = cpu() - start;
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e3;
    }

    private static double find(EntryBook book, int size) {
        NetworkList list = Objects.requireNonNull(book.find("trusted"));
        Random random = new Random(2);
        long[] nanos = new long[DECISIONS];
        int found = 0;
        for (int i = -WARM_UP; i < DECISIONS; i++) {
            IPAddress address = new IPv4Address(asked(random, size));
            long start = cpu();
            found += list.covering(address).size();
            long took = cpu() - start;
            if (i >= 0) {
                nanos[i] = took;
            }
        }
        if (found != 2 * (WARM_UP + DECISIONS)) {
            throw new IllegalStateException("found %d blocks".formatted(found));
        }
        Arrays.sort(nanos);
        return nanos[DECISIONS / 2] / 1e3;
    }

    private static double[] decide(EntryBook book, int size) {
        NameBook names = new NameBook(name -> new CompletableFuture<>(), InstantSource.system());
        AclDecisions decisions = new AclDecisions(config -> CompletableFuture.completedFuture(book), names);
        EffectiveConfig config = Configuration.empty().effective(null, null);
        Random random = new Random(2);
        long[] nanos = new long[DECISIONS];
        for (int i = -WARM_UP; i < DECISIONS; i++) {
            ObjectNode request = Json.mapper().createObjectNode().put("list", "trusted");
            request.put("ip", text(asked(random, size)));
            Question question =
                    new Question(request, DecisionsFixture.NOW, config, DecisionsFixture.RULEBOOK, Explain.NONE);
            long start = cpu();
            decisions.decide(question).toCompletableFuture().join();
            long took = cpu() - start;
            if (i >= 0) {
                nanos[i] = took;
            }
        }
        Arrays.sort(nanos);
        return new double[] {nanos[DECISIONS / 2] / 1e3, nanos[DECISIONS * 99 / 100] / 1e3};
    }

    // Processor time of this thread, so that other work on the machine does not count.
    private static long cpu() {
        return THREADS.getCurrentThreadCpuTime();
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
