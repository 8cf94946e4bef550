package io.bridgewarden.cli;

import io.bridgewarden.authoring.CaseBook;
import io.bridgewarden.authoring.CaseFile;
import io.bridgewarden.authoring.CaseTrial;
import io.bridgewarden.authoring.RuleCase;
import io.bridgewarden.decisions.all.AllDecisions;
import io.bridgewarden.http.Catalogue;
import io.bridgewarden.rules.LiveRules;
import io.bridgewarden.rules.Revision;
import io.bridgewarden.rules.RuleInfo;
import io.bridgewarden.rules.RuleProblem;
import io.bridgewarden.rules.Rulebook;
import io.bridgewarden.rules.RulebookException;
import io.bridgewarden.rules.RulesStatus;
import io.bridgewarden.rules.Trust;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to do with rules, made from the options of a command. */
final class RuleService implements Catalogue, Supplier<Rulebook>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RuleService.class);

    private final LiveRules rules;
    private final Supplier<CaseBook> cases;

    private RuleService(LiveRules rules, Supplier<CaseBook> cases) {
        this.rules = rules;
        this.cases = cases;
    }

    /**
     * The rules as they are now, without their cases.
     *
     * @throws CommandFailure if they cannot be used, naming each mistake
     */
    static RuleService fixed(ServiceOptions options, InstantSource clock) {
        Path directory = options.rules;
        return fixed(
                directory,
                () -> directory == null ? Rulebook.shipped() : Rulebook.load(directory, trust(options)),
                clock);
    }

    /** As {@link #fixed(ServiceOptions, InstantSource)}, compiling only what one decision needs. */
    static RuleService fixedFor(String decision, ServiceOptions options, InstantSource clock) {
        Path directory = options.rules;
        Set<String> needed = AllDecisions.withThoseInside(Set.of(decision));
        return fixed(
                directory,
                () -> directory == null
                        ? Rulebook.shippedFor(needed)
                        : Rulebook.loadFor(needed, directory, trust(options)),
                clock);
    }

    private static RuleService fixed(@Nullable Path directory, Supplier<Rulebook> loading, InstantSource clock) {
        return usable(
                directory, () -> new RuleService(LiveRules.of(loading.get(), clock), () -> CaseBook.of(List.of())));
    }

    /**
     * Rules that follow their directory: what changes there is in force as soon as it passes.
     *
     * @throws CommandFailure if they cannot be used or a case fails, naming each mistake
     */
    static RuleService following(ServiceOptions options, InstantSource clock) {
        Path directory = options.rules;
        if (directory == null) {
            CompletableFuture<CaseBook> reading = CompletableFuture.supplyAsync(() -> CaseBook.of(CaseFile.shipped()));
            return new RuleService(LiveRules.of(Rulebook.shipped(), clock), reading::join);
        }
        CaseTrial trial = new CaseTrial(directory);
        return usable(
                directory,
                () -> new RuleService(LiveRules.watching(directory, trust(options), trial, clock), trial::passed));
    }

    private static RuleService usable(@Nullable Path directory, Supplier<RuleService> opening) {
        if (directory != null && !Files.isDirectory(directory)) {
            throw new CommandFailure("there is no directory of rules `%s`".formatted(directory));
        }
        try {
            return opening.get();
        } catch (RulebookException e) {
            throw new CommandFailure("the rules cannot be put in force; mend these and start again\n"
                    + e.problems().stream().map(it -> located(directory, it)).collect(Collectors.joining("\n")));
        }
    }

    private static Trust trust(ServiceOptions options) {
        if (!options.trusted) {
            return Trust.CHECKED;
        }
        LOG.warn(
                "the rules of `{}` are trusted: whoever may write there may do all that this service may",
                options.rules);
        return Trust.TRUSTED;
    }

    private static String located(@Nullable Path directory, RuleProblem problem) {
        return directory == null ? problem.toString() : directory + "/" + problem;
    }

    @Override
    public Rulebook get() {
        return rules.get();
    }

    @Override
    public RulesStatus status() {
        return rules.status();
    }

    @Override
    public long timesFired(RuleInfo rule) {
        return rules.timesFired(rule);
    }

    @Override
    public List<RuleCase> cases(RuleInfo rule) {
        return cases.get().of(rule);
    }

    @Override
    public List<Revision> revisions() {
        return rules.revisions();
    }

    @Override
    public boolean activate(String revision) {
        return rules.activate(revision);
    }

    @Override
    public boolean rollBack() {
        return rules.rollBack();
    }

    @Override
    public void close() {
        rules.close();
    }
}
