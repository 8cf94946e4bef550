package io.bridgewarden.rules;

import io.bridgewarden.rules.RuleReader.Parsed;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one decision, compiled. Every rulebook with the same files of the decision shares them; the last to let go
 * closes them. Safe to share between threads.
 */
final class DecisionRules {
    private final List<Parsed> parsed;
    private final Engine engine;
    private final List<Probes> known;
    private final AtomicReference<@Nullable CompletableFuture<WhyNot>> whyNot = new AtomicReference<>();
    private final AtomicInteger sharers = new AtomicInteger(1);

    private DecisionRules(List<Parsed> parsed, Engine engine, List<Probes> known) {
        this.parsed = List.copyOf(parsed);
        this.engine = engine;
        this.known = known;
    }

    /**
     * Compiles the files of a decision, for one sharer.
     *
     * @param earlier other rules of the decision, held by the caller meanwhile; conditions that are there too are not
     *     compiled again to tell why not
     * @throws RulebookException naming each mistake at its place
     */
    static DecisionRules compile(String decision, List<Parsed> parsed, Optional<DecisionRules> earlier) {
        Engine engine = new Engine(decision, RuleCompiler.compile(texts(parsed), parsed));
        return new DecisionRules(
                parsed, engine, earlier.map(DecisionRules::sharedProbes).orElse(List.of()));
    }

    private List<Probes> sharedProbes() {
        CompletableFuture<WhyNot> compiled = whyNot.get();
        Collection<Probes> probes = compiled != null && compiled.isDone() && !compiled.isCompletedExceptionally()
                ? compiled.join().probes()
                : known;
        return probes.stream().filter(Probes::share).toList();
    }

    private static Map<String, String> texts(List<Parsed> parsed) {
        return parsed.stream()
                .collect(Collectors.toMap(it -> it.file().path(), it -> it.bare(), (a, b) -> a, LinkedHashMap::new));
    }

    /** Whether these were compiled from files of the same names and contents. */
    boolean areFrom(List<RuleFile> files) {
        return parsed.stream().map(Parsed::file).toList().equals(files);
    }

    /** One sharer more. Only for one who is asked by a sharer. */
    DecisionRules share() {
        sharers.incrementAndGet();
        return this;
    }

    /** One sharer less. */
    void letGo() {
        if (sharers.decrementAndGet() == 0) {
            engine.close();
            known.forEach(Probes::letGo);
            CompletableFuture<WhyNot> probes = whyNot.get();
            if (probes != null) {
                var unused = probes.thenAccept(WhyNot::close);
            }
        }
    }

    List<Parsed> parsed() {
        return parsed;
    }

    Evaluation evaluate(Collection<?> facts) {
        return engine.evaluate(facts);
    }

    /** The probes, compiled when first asked for, on a thread of their own. */
    CompletionStage<WhyNot> whyNot() {
        CompletableFuture<WhyNot> fresh = new CompletableFuture<>();
        CompletableFuture<WhyNot> there = whyNot.compareAndExchange(null, fresh);
        if (there != null) {
            return there;
        }
        return fresh.completeAsync(() -> WhyNot.compile(parsed, known), DecisionRules::aside);
    }

    // Not among the threads that answers are written on, which would wait for seconds.
    private static void aside(Runnable compiling) {
        Thread thread = new Thread(compiling, "probes");
        thread.setDaemon(true);
        thread.start();
    }
}
