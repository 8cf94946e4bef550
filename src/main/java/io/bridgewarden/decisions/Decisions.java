package io.bridgewarden.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.bridgewarden.decisions.Answer.RulebookRef;
import io.bridgewarden.decisions.Explanation.Fired;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.rules.Rulebook;
import io.bridgewarden.rules.RulesDidNotSettleException;
import io.bridgewarden.store.Configuration;
import io.bridgewarden.store.EffectiveConfig;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every decision there is, behind one call. Safe to share between threads. */
public final class Decisions {
    private final Supplier<Rulebook> rulebook;
    private final Supplier<Configuration> configuration;
    private final Schemas schemas;
    private final InstantSource clock;
    private final @Nullable String zone;
    private final Map<String, Decider> deciders = new TreeMap<>();
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    /**
     * @param rulebook the rules in force; held while a decision is made by them
     * @param configuration the configuration in force
     * @param zone the zone whose section of the configuration applies here, if any
     */
    public Decisions(
            Supplier<Rulebook> rulebook,
            Supplier<Configuration> configuration,
            Schemas schemas,
            InstantSource clock,
            @Nullable String zone,
            List<Decider> deciders) {
        this.rulebook = rulebook;
        this.configuration = configuration;
        this.schemas = schemas;
        this.clock = clock;
        this.zone = zone;
        deciders.forEach(it -> this.deciders.put(it.name(), it));
    }

    /** Names of the decisions, sorted. */
    public Set<String> names() {
        return deciders.keySet();
    }

    /**
     * Decides one request.
     *
     * @return the answer; completes exceptionally with a {@link ProblemException} where there is none. Already complete
     *     unless standing facts or the probes of {@link Explain#WHY_NOT} have to be waited for.
     */
    public CompletionStage<Answer> decide(String decision, ObjectNode request, Options options) {
        return decided(
                decision,
                request,
                options,
                (question, verdict) -> explained(decision, question, verdict)
                        .thenApply(explanation -> answer(decision, question, verdict, explanation)));
    }

    /**
     * Decides one request, for whoever looks into the reasoning: what was put before the rules and what they concluded
     * come with the result.
     *
     * @return completes as {@link #decide} does
     */
    public CompletionStage<Verdict> verdict(String decision, ObjectNode request, Options options) {
        return decided(decision, request, options, (question, verdict) -> CompletableFuture.completedFuture(verdict));
    }

    private <T> CompletionStage<T> decided(
            String decision,
            ObjectNode request,
            Options options,
            BiFunction<Question, Verdict, CompletionStage<T>> then) {
        CompletionStage<T> decided;
        try {
            Decider decider = decider(decision);
            schemas.check(decision + "-request", request);
            decided = holdingRules(decision, rules -> {
                Question question = question(decider, request, options, rules);
                return decider.decide(question).thenCompose(verdict -> then.apply(question, verdict));
            });
        } catch (ProblemException | RulesDidNotSettleException e) {
            decided = CompletableFuture.failedFuture(e);
        }
        return decided.exceptionallyCompose(e -> CompletableFuture.failedFuture(problem(decision, e)));
    }

    /** Decides by the rules in force now, which stay open until that is done, whatever replaces them. */
    private <T> CompletionStage<T> holdingRules(String decision, Function<Rulebook, CompletionStage<T>> deciding) {
        Rulebook rules = hold();
        boolean goesOn = false;
        try {
            if (!rules.decisions().contains(decision)) {
                throw Problem.unavailable("no rules of `%s` are in force".formatted(decision))
                        .asException();
            }
            CompletionStage<T> decided = deciding.apply(rules).whenComplete((answer, failure) -> rules.release());
            goesOn = true;
            return decided;
        } finally {
            if (!goesOn) {
                rules.release();
            }
        }
    }

    private Rulebook hold() {
        Rulebook rules = rulebook.get();
        while (!rules.hold()) {
            Rulebook next = rulebook.get();
            if (next == rules) {
                throw Problem.unavailable("no rules are in force; the service is stopping")
                        .asException();
            }
            rules = next;
        }
        return rules;
    }

    private Decider decider(String decision) {
        Decider decider = deciders.get(decision);
        if (decider == null) {
            throw Problem.notFound(
                            "there is no decision `%s`; there are: %s".formatted(decision, String.join(", ", names())))
                    .asException();
        }
        return decider;
    }

    private static Throwable problem(String decision, Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return cause instanceof RulesDidNotSettleException ? notSettled(decision) : cause;
    }

    private static CompletionStage<@Nullable Explanation> explained(
            String decision, Question question, Verdict verdict) {
        if (question.explain() == Explain.NONE) {
            return CompletableFuture.completedFuture(null);
        }
        List<Fired> fired = Explanation.fired(verdict.evaluation());
        if (question.explain() == Explain.RULES) {
            return CompletableFuture.completedFuture(new Explanation(fired, null));
        }
        List<Object> known = new ArrayList<>(verdict.facts());
        verdict.evaluation().concluded().forEach(it -> known.add(it.conclusion()));
        return question.rulebook()
                .whyNot(decision)
                .thenApply(whyNot -> new Explanation(fired, verdict.whyNot().apply(whyNot.probe(known))));
    }

    private Question question(Decider decider, ObjectNode request, Options options, Rulebook rules) {
        Configuration inForce = configuration.get();
        JsonNode node = request.get("node");
        EffectiveConfig config = inForce.effective(node == null ? null : node.textValue(), zone);
        Overrides overrides = decider.overrides(request);
        if (!options.mayOverrideConfig() && overrides.any()) {
            throw Problem.forbidden("`config` overrides need the role `what-if`")
                    .asException();
        }
        JsonNode now = request.get("now");
        Instant instant = now == null
                ? clock.instant()
                : OffsetDateTime.parse(now.textValue()).toInstant();
        return new Question(
                request,
                instant,
                overrides.over(config),
                other -> overrides.over(inForce.effective(other, zone)),
                rules,
                options.explain());
    }

    private Answer answer(String decision, Question question, Verdict verdict, @Nullable Explanation explanation) {
        return new Answer(
                ids.generate(),
                decision,
                verdict.result(),
                explanation,
                new RulebookRef(question.rulebook().revision()),
                question.config().revision(),
                question.now());
    }

    private static ProblemException notSettled(String decision) {
        return new Problem(
                        "rules-did-not-settle",
                        "rules did not settle",
                        500,
                        "the rules of `%s` fire each other without end on this request, or join too much of it; no decision was made"
                                .formatted(decision),
                        List.of())
                .asException();
    }
}
