package io.bridgewarden.rules;

import io.bridgewarden.rules.RuleReader.Parsed;
import io.bridgewarden.rules.RuleReader.ParsedRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * One revision of all rules, compiled. Immutable and safe to share between threads; {@link #close} it when the last
 * decision that uses it is done.
 */
public final class Rulebook implements AutoCloseable {
    private final String revision;
    private final List<RuleInfo> rules;
    private final Map<String, Engine> engines;
    private final Map<String, List<Parsed>> sources;
    private final Map<String, CompletableFuture<WhyNot>> whyNot = new ConcurrentHashMap<>();

    private Rulebook(
            String revision, List<RuleInfo> rules, Map<String, Engine> engines, Map<String, List<Parsed>> sources) {
        this.revision = revision;
        this.rules = List.copyOf(rules);
        this.engines = engines;
        this.sources = sources;
    }

    /**
     * Compiles the rules shipped with the service.
     *
     * @throws RulebookException if one of them is broken
     */
    public static Rulebook shipped() {
        return compile(RuleFiles.shipped());
    }

    /**
     * Compiles {@code DIRECTORY/DECISION/NAME.drl}; over the shipped rules, where the directory has an
     * {@code overlay.json}.
     *
     * @throws RulebookException naming file, line and column of every mistake
     * @throws java.io.UncheckedIOException if the directory or a file cannot be read
     */
    public static Rulebook load(Path directory) {
        return compile(RuleFiles.of(directory));
    }

    static Rulebook compile(List<RuleFile> files) {
        if (files.isEmpty()) {
            throw new RulebookException(
                    List.of(new RuleProblem(".", 1, 1, "there is no rule file `DECISION/NAME.drl`")));
        }
        Map<String, List<Parsed>> decisions = parse(files);
        Map<String, Engine> engines = new TreeMap<>();
        List<RuleProblem> problems = new ArrayList<>();
        decisions.forEach((decision, parsed) -> {
            try {
                engines.put(decision, new Engine(decision, RuleCompiler.compile(texts(parsed), parsed)));
            } catch (RulebookException e) {
                problems.addAll(e.problems());
            }
        });
        if (!problems.isEmpty()) {
            engines.values().forEach(Engine::close);
            throw new RulebookException(problems.stream().sorted().toList());
        }
        List<RuleInfo> rules = decisions.values().stream()
                .flatMap(List::stream)
                .flatMap(it -> it.rules().stream())
                .map(ParsedRule::info)
                .toList();
        return new Rulebook(RuleFiles.revision(files), rules, engines, decisions);
    }

    private static Map<String, List<Parsed>> parse(List<RuleFile> files) {
        Map<String, List<Parsed>> decisions = new TreeMap<>();
        List<RuleProblem> problems = new ArrayList<>();
        for (RuleFile file : files) {
            try {
                decisions
                        .computeIfAbsent(file.decision(), it -> new ArrayList<>())
                        .add(RuleReader.read(file));
            } catch (RulebookException e) {
                problems.addAll(e.problems());
            }
        }
        decisions.values().forEach(parsed -> problems.addAll(repeatedNames(parsed)));
        if (!problems.isEmpty()) {
            throw new RulebookException(problems.stream().sorted().toList());
        }
        return decisions;
    }

    private static List<RuleProblem> repeatedNames(List<Parsed> parsed) {
        Map<String, RuleInfo> first = new LinkedHashMap<>();
        List<RuleProblem> problems = new ArrayList<>();
        for (Parsed file : parsed) {
            for (ParsedRule rule : file.rules()) {
                RuleInfo info = rule.info();
                RuleInfo earlier = first.putIfAbsent(info.name(), info);
                if (earlier != null) {
                    problems.add(new RuleProblem(
                            info.file(),
                            info.line(),
                            1,
                            "rule `%s` stands in %s:%d already; give one of them another name"
                                    .formatted(info.name(), earlier.file(), earlier.line())));
                }
            }
        }
        return problems;
    }

    private static Map<String, String> texts(List<Parsed> parsed) {
        return parsed.stream()
                .collect(Collectors.toMap(
                        it -> it.file().path(), it -> it.file().text(), (a, b) -> a, LinkedHashMap::new));
    }

    /** {@code sha256:} and the digest of all files, the same for the same files anywhere. */
    public String revision() {
        return revision;
    }

    /** Every rule, by decision and file. */
    public List<RuleInfo> rules() {
        return rules;
    }

    /** The decisions there are rules for. */
    public Set<String> decisions() {
        return engines.keySet();
    }

    /**
     * Fires the rules of a decision.
     *
     * @param facts immutable facts of one request, in any order
     * @throws RulesDidNotSettleException if rules fire without end
     * @throws IllegalArgumentException if there are no rules for the decision
     */
    public Evaluation evaluate(String decision, Collection<?> facts) {
        Engine engine = engines.get(decision);
        if (engine == null) {
            throw new IllegalArgumentException("no rules for decision `%s`".formatted(decision));
        }
        return engine.evaluate(facts);
    }

    /**
     * What tells which condition kept a rule of a decision from firing. Compiled when first asked for, on a thread of its
     * own, which takes seconds; after that the stage is complete.
     */
    public CompletionStage<WhyNot> whyNot(String decision) {
        List<Parsed> parsed = sources.get(decision);
        if (parsed == null) {
            throw new IllegalArgumentException("no rules for decision `%s`".formatted(decision));
        }
        return whyNot.computeIfAbsent(decision, it -> CompletableFuture.supplyAsync(() -> WhyNot.compile(parsed)));
    }

    @Override
    public void close() {
        engines.values().forEach(Engine::close);
        for (CompletableFuture<WhyNot> it : whyNot.values()) {
            var unused = it.thenAccept(WhyNot::close);
        }
    }
}
