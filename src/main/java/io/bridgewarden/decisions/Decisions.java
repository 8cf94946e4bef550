package io.bridgewarden.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.bridgewarden.decisions.Answer.RulebookRef;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
     * @param rulebook the rules in force
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
     *     unless standing facts have to be waited for.
     */
    public CompletionStage<Answer> decide(String decision, ObjectNode request, Options options) {
        try {
            Decider decider = deciders.get(decision);
            if (decider == null) {
                throw Problem.notFound("there is no decision `%s`; there are: %s"
                                .formatted(decision, String.join(", ", names())))
                        .asException();
            }
            schemas.check(decision + "-request", request);
            Question question = question(decider, request, options);
            return decider.decide(question).thenApply(verdict -> answer(decision, question, verdict));
        } catch (ProblemException e) {
            return CompletableFuture.failedFuture(e);
        } catch (RulesDidNotSettleException e) {
            return CompletableFuture.failedFuture(notSettled(decision));
        }
    }

    private Question question(Decider decider, ObjectNode request, Options options) {
        JsonNode node = request.get("node");
        EffectiveConfig config = configuration.get().effective(node == null ? null : node.textValue(), zone);
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
                config.with(overrides.config(), overrides.others()),
                rulebook.get(),
                options.explain());
    }

    private Answer answer(String decision, Question question, Verdict verdict) {
        return new Answer(
                ids.generate(),
                decision,
                verdict.result(),
                verdict.explanation(),
                new RulebookRef(question.rulebook().revision()),
                question.config().revision(),
                question.now());
    }

    private static ProblemException notSettled(String decision) {
        return new Problem(
                        "rules-did-not-settle",
                        "rules did not settle",
                        500,
                        "the rules of `%s` fire each other without end on this request; no decision was made"
                                .formatted(decision),
                        List.of())
                .asException();
    }
}
