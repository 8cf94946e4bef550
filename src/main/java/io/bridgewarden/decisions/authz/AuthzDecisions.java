package io.bridgewarden.decisions.authz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Decider;
import io.bridgewarden.decisions.KeptFromFiring;
import io.bridgewarden.decisions.Overrides;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.decisions.Verdict;
import io.bridgewarden.decisions.Warning;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.facts.AuthzSettings;
import io.bridgewarden.facts.DecidedAt;
import io.bridgewarden.facts.NumberClass;
import io.bridgewarden.numbers.Numbers;
import io.bridgewarden.rules.Evaluation;
import io.bridgewarden.rules.RulesDidNotSettleException;
import io.bridgewarden.store.EffectiveConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Decides whether a channel may exist, and what happens to it if not (reference, authz). Safe to share between threads. */
public final class AuthzDecisions implements Decider {
    /** What a rule concludes that could have decided otherwise. */
    private static final Set<Class<?>> DECIDING = Set.of(Rung.class, Asked.class, Settled.class);

    private final LimitsAnswer limits;
    private final Numbers numbers;

    /**
     * @param limits asked where a request brings limits instead of an answer
     * @param numbers what tells the class of a number
     */
    public AuthzDecisions(LimitsAnswer limits, Numbers numbers) {
        this.limits = limits;
        this.numbers = numbers;
    }

    @Override
    public String name() {
        return "authz";
    }

    @Override
    public Overrides overrides(ObjectNode request) {
        return Overrides.withSwitchesAsRead(request);
    }

    @Override
    public CompletionStage<Verdict> decide(Question question) {
        AuthzRequest request = AuthzRequest.read(question.request());
        NumberClass number = numbers.classify(question.config(), request.destination(), request.region());
        try {
            return decide(question, request, number);
        } catch (RulesDidNotSettleException e) {
            if (!Weighed.isCallForHelp(request.channel(), number)) {
                throw e;
            }
            Answered unheard = new Answered(request.variables(), null);
            return CompletableFuture.completedFuture(new Verdict(
                    result(question, request, number, unheard, Weighed.helped(), null), List.of(), Evaluation.none()));
        }
    }

    private CompletionStage<Verdict> decide(Question question, AuthzRequest request, NumberClass number) {
        if (!request.asksLimits()) {
            return decide(question, request, number, new LimitsAnswer.Reply(request.answer(), null));
        }
        Answered unheard = new Answered(request.variables(), null);
        Evaluation ladder = question.rulebook().evaluate(name(), facts(question, request, number, unheard));
        Weighed weighed = Weighed.resolve(request.channel(), number, ladder);
        String direction = request.channel().direction();
        if (!weighed.asked() || direction == null) {
            return decide(question, request, number, new LimitsAnswer.Reply(null, null));
        }
        return limits.ask(question, number, direction).thenCompose(reply -> decide(question, request, number, reply));
    }

    private CompletionStage<Verdict> decide(
            Question question, AuthzRequest request, NumberClass number, LimitsAnswer.Reply reply) {
        Answered answered = new Answered(request.variables(), reply.message());
        List<Object> facts = facts(question, request, number, answered);
        Evaluation evaluation = question.rulebook().evaluate(name(), facts);
        Weighed weighed = Weighed.resolve(request.channel(), number, evaluation);
        // An answer that nobody asked for is not heard.
        Answered heard = weighed.asked() ? answered : new Answered(request.variables(), null);
        AuthzResult result = result(question, request, number, heard, weighed, reply.reasoning());
        return CompletableFuture.completedFuture(
                new Verdict(result, facts, evaluation, findings -> KeptFromFiring.among(findings, DECIDING)));
    }

    static List<Object> facts(Question question, AuthzRequest request, NumberClass number, Answered answered) {
        EffectiveConfig config = question.config();
        List<Object> facts = new ArrayList<>();
        facts.add(new DecidedAt(question.now()));
        facts.add(new AuthzSettings(
                config.bool("authz_enabled"),
                config.bool("authz_dry_run"),
                config.text("authz_default_action"),
                config.bool("authz_local_resources"),
                config.bool("inbound_rate_required"),
                config.bool("outbound_rate_required")));
        facts.add(number);
        facts.add(request.channel());
        facts.add(answered.billing());
        answered.reply().ifPresent(facts::add);
        Rated.reply(request.rating()).ifPresent(facts::add);
        return facts;
    }

    private static AuthzResult result(
            Question question,
            AuthzRequest request,
            NumberClass number,
            Answered answered,
            Weighed weighed,
            @Nullable Object reasoning) {
        if (weighed.outcome() == Outcome.UNCLEAR) {
            throw Problem.invalid(
                            "#/channel/Call-Direction",
                            weighed.reason(),
                            "a direction is needed here: `inbound` or `outbound`")
                    .asException();
        }
        ObjectNode rating = weighed.rated() && Rated.reply(request.rating()).isPresent()
                ? Objects.requireNonNull(request.rating())
                : null;
        Map<String, String> setVars = new LinkedHashMap<>();
        if (weighed.asked() && !weighed.authorized() && answered.answered()) {
            setVars.putAll(answered.denial());
        }
        if (rating != null) {
            setVars.putAll(Rated.variables(rating));
        }
        boolean withVariables = weighed.outcome() == Outcome.ALLOW && !request.callSetup();
        return new AuthzResult(
                weighed.authorized(),
                weighed.reason(),
                weighed.rule(),
                weighed.row(),
                weighed.asked(),
                weighed.asked() ? answered.answered() : null,
                weighed.rated(),
                withVariables ? answered.returned() : null,
                setVars,
                rating != null && weighed.showPrice() ? Rated.shown(rating) : Map.of(),
                weighed.hangUp().map(it -> it.conclusion().cause()).orElse(null),
                weighed.hangUp().map(it -> it.conclusion().by()).orElse(null),
                weighed.hangUp().map(it -> it.rule()).orElse(null),
                weighed.authorized(),
                AuthzResult.Called.of(number),
                weighed.rated() ? answered.ratingRequest(request) : null,
                reasoning,
                Warning.ofConfig(question.config()));
    }
}
