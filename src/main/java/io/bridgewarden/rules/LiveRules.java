package io.bridgewarden.rules;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules in force, which others may replace while decisions are made. Whoever decides takes the rulebook in force and
 * holds it until the decision is made, so no decision waits and none mixes two. Safe to share between threads.
 */
public final class LiveRules implements Supplier<Rulebook>, AutoCloseable {
    /** How many revisions are kept, the one in force among them. */
    public static final int KEPT = 5;

    /** How often a directory is looked at; a change is taken up once it has been still for as long. */
    public static final Duration INTERVAL = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(LiveRules.class);

    private final InstantSource clock;
    private final FiringCounts counts = new FiringCounts();
    private final History history = new History(KEPT);
    private volatile State state;
    private @Nullable RuleWatch watch;

    private record State(Rulebook inForce, Optional<Stale> stale) {}

    private LiveRules(Rulebook first, InstantSource clock) {
        this.clock = clock;
        Rulebook counted = first.countedBy(counts);
        first.close();
        history.putInForce(counted, clock.instant());
        state = new State(counted, Optional.empty());
    }

    /** Rules that nothing replaces, unless it is asked for. The rulebook is theirs to close. */
    public static LiveRules of(Rulebook rulebook, InstantSource clock) {
        return new LiveRules(rulebook, clock);
    }

    /**
     * The rules of a directory, which is watched for others from here on.
     *
     * @param trust whether its files may do only what rules are for
     * @throws RulebookException if the directory cannot be read, or its rules do not compile or pass
     */
    public static LiveRules watching(Path directory, Trust trust, Trial trial, InstantSource clock) {
        return watching(directory, trust, trial, clock, INTERVAL);
    }

    static LiveRules watching(Path directory, Trial trial, InstantSource clock, Duration interval) {
        return watching(directory, Trust.CHECKED, trial, clock, interval);
    }

    private static LiveRules watching(
            Path directory, Trust trust, Trial trial, InstantSource clock, Duration interval) {
        RuleDirectory.Snapshot found = RuleDirectory.read(directory, trust);
        if (!found.problems().isEmpty()) {
            throw new RulebookException(found.problems());
        }
        Rulebook rulebook = Rulebook.compile(found.files());
        List<RuleProblem> problems = trial.problems(rulebook, Set.of());
        if (!problems.isEmpty()) {
            rulebook.close();
            throw new RulebookException(problems);
        }
        LiveRules live = new LiveRules(rulebook, clock);
        live.watch = RuleWatch.start(directory, trust, found, it -> live.offer(it, trial), interval);
        return live;
    }

    /** The rulebook in force. */
    @Override
    public Rulebook get() {
        return state.inForce();
    }

    /** The rules in force, and whether they are those of the directory. */
    public RulesStatus status() {
        State now = state;
        return new RulesStatus(
                now.inForce().revision(), now.inForce().rules(), now.inForce().files(), now.stale());
    }

    /** How often a rule fired since the start, over all revisions that have or had it under its name. */
    public long timesFired(RuleInfo rule) {
        return counts.of(rule);
    }

    /** The revisions kept, the one in force first, then by when they last were. */
    public synchronized List<Revision> revisions() {
        return history.revisions();
    }

    /**
     * Puts a kept revision in force again. It holds until the directory changes.
     *
     * @return whether it is kept
     */
    public synchronized boolean activate(String revision) {
        Optional<Rulebook> found = history.find(revision);
        found.ifPresent(it -> {
            history.putInForce(it, clock.instant());
            swap(it, state.stale());
        });
        return found.isPresent();
    }

    /**
     * Puts the revision in force again that was so before. It holds until the directory changes.
     *
     * @return whether there is one
     */
    public synchronized boolean rollBack() {
        Optional<Rulebook> before = history.before();
        before.ifPresent(it -> {
            history.goBack(clock.instant());
            swap(it, state.stale());
        });
        return before.isPresent();
    }

    /** Puts what lies in the directory in force, if it compiles and passes; else says why not. Takes seconds. */
    private void offer(RuleDirectory.Snapshot found, Trial trial) {
        if (!found.problems().isEmpty()) {
            refuse(null, found.problems());
            return;
        }
        String revision = RuleFiles.revision(found.files());
        List<Rulebook> held = holdAll();
        try {
            Rulebook candidate = Rulebook.compile(found.files(), held);
            try {
                List<RuleProblem> problems = problems(candidate, trial);
                if (problems.isEmpty()) {
                    accept(candidate);
                } else {
                    refuse(revision, problems);
                }
            } finally {
                candidate.close();
            }
        } catch (RulebookException e) {
            refuse(revision, e.problems());
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            LOG.error("rules {} could not be tried", revision, e);
            refuse(revision, List.of(new RuleProblem(".", 1, 1, "these rules could not be tried; the log says more")));
        } finally {
            held.forEach(Rulebook::release);
        }
    }

    private synchronized List<Rulebook> holdAll() {
        return history.rulebooks().stream().filter(Rulebook::hold).toList();
    }

    private List<RuleProblem> problems(Rulebook candidate, Trial trial) {
        Rulebook inForce = get();
        List<RuleProblem> problems = new ArrayList<>();
        for (String decision : inForce.decisions()) {
            if (!candidate.decisions().contains(decision)) {
                problems.add(new RuleProblem(
                        decision,
                        1,
                        1,
                        "decision `%s` has lost its rules; put them back, or start the service anew to do without it"
                                .formatted(decision)));
            }
        }
        return problems.isEmpty() ? trial.problems(candidate, candidate.decisionsOtherThanIn(inForce)) : problems;
    }

    private synchronized void accept(Rulebook candidate) {
        if (candidate.revision().equals(get().revision())) {
            swap(get(), Optional.empty());
            return;
        }
        Rulebook next = history.find(candidate.revision()).orElseGet(() -> candidate.countedBy(counts));
        List<Rulebook> forgotten = history.putInForce(next, clock.instant());
        swap(next, Optional.empty());
        forgotten.forEach(Rulebook::close);
    }

    private void swap(Rulebook next, Optional<Stale> stale) {
        State before = state;
        state = new State(next, stale);
        if (before.inForce() != next) {
            LOG.info(
                    "rules {} are in force, in place of {}",
                    next.revision(),
                    before.inForce().revision());
        } else if (before.stale().isPresent() && stale.isEmpty()) {
            LOG.info("rules {} are those of the directory again", next.revision());
        }
    }

    private synchronized void refuse(@Nullable String revision, List<RuleProblem> problems) {
        Instant since = state.stale().map(Stale::since).orElseGet(clock::instant);
        state = new State(get(), Optional.of(new Stale(since, revision, problems)));
        LOG.warn(
                "STALE: the rules of the directory are not put in force, {} stay\n{}",
                get().revision(),
                problems.stream().map(RuleProblem::toString).collect(Collectors.joining("\n")));
    }

    /** Watches no more, and closes every rulebook once the decisions that hold it are made. */
    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
        synchronized (this) {
            history.rulebooks().forEach(Rulebook::close);
        }
    }
}
