package io.bridgewarden.rules;

import io.bridgewarden.rules.RuleProblem.Kind;
import io.bridgewarden.rules.RuleReader.ParsedRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One revision of all rules, compiled. Safe to share between threads. Decisions {@link #hold} it while they use it, so
 * that whoever {@link #close closes} it need not wait for them.
 */
public final class Rulebook implements AutoCloseable {
    private static final int CLOSED = Integer.MIN_VALUE;

    private final String revision;
    private final List<RuleInfo> rules;
    private final List<RuleFileInfo> files;
    private final Map<String, DecisionRules> decisions;
    private final FiringCounts counts;
    private final AtomicInteger holders = new AtomicInteger();

    private Rulebook(String revision, Map<String, DecisionRules> decisions, FiringCounts counts) {
        this.revision = revision;
        this.decisions = decisions;
        this.counts = counts;
        this.rules = decisions.values().stream()
                .flatMap(it -> it.parsed().stream())
                .flatMap(it -> it.rules().stream())
                .map(ParsedRule::info)
                .toList();
        this.files = decisions.values().stream()
                .flatMap(it -> it.parsed().stream())
                .map(it -> RuleFileInfo.of(it.file()))
                .toList();
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
     * Compiles {@code DIRECTORY/DECISION/NAME.drl}, which may do only what rules are for; over the shipped rules, where the
     * directory has an {@code overlay.json}.
     *
     * @throws RulebookException naming file, line and column of every mistake
     * @throws java.io.UncheckedIOException if the directory or a file cannot be read
     */
    public static Rulebook load(Path directory) {
        return load(directory, Trust.CHECKED);
    }

    /**
     * Compiles {@code DIRECTORY/DECISION/NAME.drl}.
     *
     * @param trust whether the files may do only what rules are for
     * @throws RulebookException naming file, line and column of every mistake
     * @throws java.io.UncheckedIOException if the directory or a file cannot be read
     */
    public static Rulebook load(Path directory, Trust trust) {
        return compile(RuleFiles.of(directory, trust));
    }

    /**
     * As {@link #load(Path, Trust)}; decisions whose files are as they are in an earlier revision are not compiled again.
     *
     * @param earlier has to stay open until this returns
     */
    public static Rulebook load(Path directory, Trust trust, Rulebook earlier) {
        return compile(RuleFiles.of(directory, trust), List.of(earlier));
    }

    /**
     * Compiles those of the rules shipped with the service that some decisions need; the revision is that of all.
     *
     * @param decisions names of decisions; those with no rules are passed over
     */
    public static Rulebook shippedFor(Set<String> decisions) {
        return compileFor(decisions, RuleFiles.shipped());
    }

    /**
     * As {@link #load(Path, Trust)}, but only what some decisions need; the revision is that of all.
     *
     * @param decisions names of decisions; those with no rules are passed over
     */
    public static Rulebook loadFor(Set<String> decisions, Path directory, Trust trust) {
        return compileFor(decisions, RuleFiles.of(directory, trust));
    }

    private static Rulebook compileFor(Set<String> decisions, List<RuleFile> files) {
        requireSome(files);
        List<RuleFile> needed =
                files.stream().filter(it -> decisions.contains(it.decision())).toList();
        return compile(RuleFiles.revision(files), needed, List.of());
    }

    static Rulebook compile(List<RuleFile> files) {
        return compile(files, List.of());
    }

    /**
     * Compiles another revision. Decisions whose files are as they are in an earlier one are shared with it and not
     * compiled again.
     *
     * @param earlier to be held meanwhile
     * @throws RulebookException naming file, line and column of every mistake
     */
    static Rulebook compile(List<RuleFile> files, List<Rulebook> earlier) {
        requireSome(files);
        return compile(RuleFiles.revision(files), files, earlier);
    }

    private static void requireSome(List<RuleFile> files) {
        if (files.isEmpty()) {
            throw new RulebookException(
                    List.of(new RuleProblem(Kind.PLACE, ".", 1, 1, "there is no rule file `DECISION/NAME.drl`")));
        }
    }

    private static Rulebook compile(String revision, List<RuleFile> files, List<Rulebook> earlier) {
        Map<String, DecisionRules> compiled = new TreeMap<>();
        List<RuleFile> changed = new ArrayList<>();
        files.stream()
                .collect(Collectors.groupingBy(RuleFile::decision))
                .forEach((decision, ofDecision) -> shared(decision, ofDecision, earlier)
                        .ifPresentOrElse(it -> compiled.put(decision, it), () -> changed.addAll(ofDecision)));
        List<RuleProblem> problems = compile(Source.read(changed), earlier, compiled);
        if (!problems.isEmpty()) {
            compiled.values().forEach(DecisionRules::letGo);
            throw new RulebookException(problems);
        }
        return new Rulebook(revision, compiled, FiringCounts.none());
    }

    private static Optional<DecisionRules> shared(String decision, List<RuleFile> files, List<Rulebook> earlier) {
        return of(decision, earlier).filter(it -> it.areFrom(files)).findFirst().map(DecisionRules::share);
    }

    private static Stream<DecisionRules> of(String decision, List<Rulebook> rulebooks) {
        return rulebooks.stream().flatMap(it -> Stream.ofNullable(it.decisions.get(decision)));
    }

    // What is refused is not compiled; the rest is, so that all mistakes are told at once.
    private static List<RuleProblem> compile(
            Source source, List<Rulebook> earlier, Map<String, DecisionRules> compiled) {
        Queue<RuleProblem> problems = new ConcurrentLinkedQueue<>(source.problems());
        Map<String, DecisionRules> fresh = new ConcurrentHashMap<>();
        source.sound().entrySet().parallelStream().forEach(it -> {
            String decision = it.getKey();
            try {
                Optional<DecisionRules> before = of(decision, earlier).findFirst();
                fresh.put(decision, DecisionRules.compile(decision, it.getValue(), before));
            } catch (RulebookException e) {
                problems.addAll(e.problems());
            }
        });
        compiled.putAll(fresh);
        return problems.stream().sorted().toList();
    }

    /** {@code sha256:} and the digest of all files, the same for the same files anywhere. */
    public String revision() {
        return revision;
    }

    /** Every rule, by decision and file. */
    public List<RuleInfo> rules() {
        return rules;
    }

    /** Every file, by decision. */
    public List<RuleFileInfo> files() {
        return files;
    }

    /** The decisions there are rules for. */
    public Set<String> decisions() {
        return decisions.keySet();
    }

    /** The decisions whose rules are others here than there, or are only here. */
    Set<String> decisionsOtherThanIn(Rulebook other) {
        return decisions.keySet().stream()
                .filter(it -> decisions.get(it) != other.decisions.get(it))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same rules, whose firings are counted there. To be closed by itself; this one has to be held meanwhile. */
    Rulebook countedBy(FiringCounts other) {
        decisions.values().forEach(DecisionRules::share);
        return new Rulebook(revision, decisions, other);
    }

    /**
     * Fires the rules of a decision.
     *
     * @param facts immutable facts of one request, in any order
     * @throws RulesDidNotSettleException if rules fire without end
     * @throws IllegalArgumentException if there are no rules for the decision
     */
    public Evaluation evaluate(String decision, Collection<?> facts) {
        Evaluation evaluation = of(decision).evaluate(facts);
        counts.add(decision, evaluation);
        return evaluation;
    }

    /**
     * What tells which condition kept a rule of a decision from firing. Compiled when first asked for, on a thread of its
     * own, which takes seconds; after that the stage is complete.
     */
    public CompletionStage<WhyNot> whyNot(String decision) {
        return of(decision).whyNot();
    }

    private DecisionRules of(String decision) {
        DecisionRules found = decisions.get(decision);
        if (found == null) {
            throw new IllegalArgumentException("no rules for decision `%s`".formatted(decision));
        }
        return found;
    }

    /**
     * Keeps it open until {@link #release}, whoever closes it meanwhile.
     *
     * @return false if it is closed already, and cannot be used
     */
    public boolean hold() {
        return holders.getAndUpdate(it -> it < 0 ? it : it + 1) >= 0;
    }

    /** Undoes one {@link #hold}. The last after {@link #close} frees what the engine takes. */
    public void release() {
        if (holders.decrementAndGet() == CLOSED) {
            free();
        }
    }

    /** Lets nobody hold it any more, and frees what the engine takes once nobody does. A second time it does nothing. */
    @Override
    public void close() {
        if (holders.getAndUpdate(it -> it < 0 ? it : it + CLOSED) == 0) {
            free();
        }
    }

    private void free() {
        decisions.values().forEach(DecisionRules::letGo);
    }
}
