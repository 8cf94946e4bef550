package io.bridgewarden.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.authoring.CaseTrial;
import io.bridgewarden.decisions.Answer;
import io.bridgewarden.decisions.Decisions;
import io.bridgewarden.decisions.Explain;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.decisions.all.AllDecisions;
import io.bridgewarden.documents.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Prints what reloading costs: the time until changed rules are in force, for 40 and 400 rules, and heap and metaspace before
 * and after many reloads, one in five broken, under a load of decisions. Run by hand: {@code ReloadLoad} for the times, {@code
 * ReloadLoad RELOADS RULES} for the load.
 */
final class ReloadLoad {
    private static final Duration INTERVAL = Duration.ofMillis(20);
    private static final String RULE = "bridge: reach a loopback";
    private static final String REQUEST = """
            { "endpoints": [ { "Invite-Format": "loopback", "Route": "9" },
                             { "Invite-Format": "username", "To-User": "alice", "To-Realm": "acme.example" } ] }
            """;
    private static final String CASES = """
            { "cases": [
                { "rule": "%1$s", "because": "it is a forward", "hit": true, "request": %2$s },
                { "rule": "%1$s", "because": "it is a device", "misses": "it is a forward",
                  "request": { "endpoints": [ { "Invite-Format": "username", "To-User": "a", "To-Realm": "b" } ] } } ] }
            """;

    private final RuleFolder folder;
    private final List<String> rules;
    private final String header;
    private final AtomicLong decisions = new AtomicLong();
    private final AtomicInteger failed = new AtomicInteger();
    private final Map<String, String> seen = new ConcurrentHashMap<>();
    private volatile boolean loaded = true;

    private ReloadLoad(Path path, int count) throws IOException {
        folder = new RuleFolder(path);
        String text = "";
        List<String> all = new ArrayList<>();
        try (var files = Files.newDirectoryStream(Path.of("rules/bridge"), "*.drl")) {
            for (Path it : files) {
                String[] parts = Files.readString(it).split("(?m)^(?=rule \")");
                text += parts[0].replaceFirst("(?s)^.*?package bridge;", "");
                all.addAll(Arrays.asList(parts).subList(1, parts.length));
            }
        }
        header = "package bridge;\n" + String.join("\n", text.lines().distinct().toList()) + "\n";
        String first = all.stream().filter(it -> it.contains(RULE)).findFirst().orElseThrow();
        all.remove(first);
        all.add(0, first);
        rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int copy = i / all.size();
            rules.add(all.get(i % all.size())
                    .replaceFirst("\"(bridge: [^\"]*)\"", "\"$1" + (copy == 0 ? "" : " " + copy) + "\""));
        }
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 2) {
            int rules = Integer.parseInt(arguments[1]);
            new ReloadLoad(Files.createTempDirectory("reload"), rules).reload(Integer.parseInt(arguments[0]));
        } else {
            timeToLive(40);
            timeToLive(400);
        }
        System.exit(0);
    }

    private static void timeToLive(int count) throws IOException {
        ReloadLoad run = new ReloadLoad(Files.createTempDirectory("reload"), count);
        try (LiveRules live = run.start()) {
            long[] times = new long[7];
            for (int i = 0; i < times.length; i++) {
                times[i] = run.change(live, i + 1);
            }
            long[] warm = Arrays.copyOfRange(times, 2, times.length);
            Arrays.sort(warm);
            System.out.printf(
                    "%d rules: in force after %d ms (median of %d changes; least %d, most %d; the first %d)%n",
                    count, warm[warm.length / 2], warm.length, warm[0], warm[warm.length - 1], times[0]);
        }
    }

    private LiveRules start() {
        write(0, "");
        return LiveRules.watching(folder.path(), new CaseTrial(folder.path()), InstantSource.system(), INTERVAL);
    }

    private void reload(int reloads) {
        try (LiveRules live = start()) {
            Decisions deciding = AllDecisions.bare(live, InstantSource.system());
            List<Thread> callers = List.of(new Thread(() -> decide(deciding)), new Thread(() -> decide(deciding)));
            callers.forEach(Thread::start);
            for (int i = 1; i <= 40; i++) {
                change(live, i);
            }
            long before = decisions.get();
            System.out.println("before: " + memory());
            int broken = 0;
            long start = System.nanoTime();
            for (int i = 41; i <= 40 + reloads; i++) {
                if (i % 5 == 0) {
                    breakRules(live, i);
                    broken++;
                } else {
                    change(live, i);
                }
                if ((i - 40) % Math.max(1, reloads / 5) == 0) {
                    System.out.printf("after %d: %s%n", i - 40, memory());
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            loaded = false;
            System.out.printf(
                    "%d reloads, %d broken, in %.0f s; %d decisions meanwhile, %d failed or mixed, by %d revisions%n",
                    reloads, broken, seconds, decisions.get() - before, failed.get(), seen.size());
        }
    }

    /** Milliseconds until the change is in force. */
    private long change(LiveRules live, int version) {
        String before = live.status().revision();
        long start = System.nanoTime();
        write(version, "");
        await(() -> !live.status().revision().equals(before)
                && live.status().stale().isEmpty());
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private void breakRules(LiveRules live, int version) {
        write(version, "nothing == 1, ");
        await(() -> live.status().stale().isPresent());
    }

    private void write(int version, String mistake) {
        String rule = RULE + " v" + version;
        String changed = rules.get(0)
                .replace(RULE, rule)
                .replace("Endpoint( ", "Endpoint( index != -%d, %s".formatted(version + 1, mistake));
        folder.write("bridge/cases/loopback.json", CASES.formatted(rule, REQUEST));
        folder.write("bridge/all.drl", header + changed + String.join("\n", rules.subList(1, rules.size())));
    }

    private void decide(Decisions deciding) {
        Options options = new Options(Explain.RULES, true, true);
        ObjectNode request = Json.readObject(REQUEST.getBytes(StandardCharsets.UTF_8));
        while (loaded) {
            try {
                Answer answer = deciding.decide("bridge", request, options)
                        .toCompletableFuture()
                        .join();
                String rule =
                        Json.mapper().valueToTree(answer.explanation()).at("/fired").findValuesAsText("rule").stream()
                                .filter(it -> it.startsWith(RULE))
                                .findFirst()
                                .orElseThrow();
                String other = seen.putIfAbsent(answer.rulebook().revision(), rule);
                if (other != null && !other.equals(rule)) {
                    failed.incrementAndGet();
                }
            } catch (RuntimeException e) {
                failed.incrementAndGet();
            }
            decisions.incrementAndGet();
        }
    }

    private static String memory() {
        // Finalizers free what a second collection finds; decisions go on meanwhile, so what is left after it counts.
        System.gc();
        pause(300);
        System.gc();
        long heap = 0;
        long metaspace = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getCollectionUsage() != null) {
                heap += pool.getCollectionUsage().getUsed();
            } else if (pool.getName().equals("Metaspace")) {
                metaspace = pool.getUsage().getUsed();
            }
        }
        return "heap %.1f MB, metaspace %.1f MB, %d classes"
                .formatted(
                        heap / 1e6,
                        metaspace / 1e6,
                        ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            pause(1);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
