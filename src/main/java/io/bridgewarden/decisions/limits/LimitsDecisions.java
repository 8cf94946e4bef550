package io.bridgewarden.decisions.limits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Decider;
import io.bridgewarden.decisions.Overrides;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.decisions.Verdict;
import io.bridgewarden.decisions.limits.LimitsRequest.Payer;
import io.bridgewarden.decisions.limits.LimitsResult.Check;
import io.bridgewarden.decisions.limits.LimitsResult.PartyAnswer;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.facts.CallLimit;
import io.bridgewarden.facts.DecidedAt;
import io.bridgewarden.facts.LimitsSettings;
import io.bridgewarden.facts.NumberClass;
import io.bridgewarden.facts.Party;
import io.bridgewarden.facts.TrunkNumber;
import io.bridgewarden.numbers.Numbers;
import io.bridgewarden.rules.Evaluation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether account and reseller can carry a call, and how it is billed (reference, authz 7 to 11). Safe to share
 * between threads.
 */
public final class LimitsDecisions implements Decider {
    private static final String ECALLMGR = "ecallmgr";
    private static final Set<String> HARD =
            Set.of(CallLimit.CALLS, CallLimit.RESOURCE_CONSUMING_CALLS, CallLimit.PER_NUMBER);

    private final Numbers numbers;

    /** @param numbers what tells the class of a number */
    public LimitsDecisions(Numbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public String name() {
        return "limits";
    }

    /** {@code config} holds documents by name here, {@code ecallmgr} among them; {@code config_other} goes over them. */
    @Override
    public Overrides overrides(ObjectNode request) {
        ObjectNode others = Json.mapper().createObjectNode();
        ObjectNode ecallmgr = null;
        for (String member : List.of("config", "config_other")) {
            if (request.get(member) instanceof ObjectNode documents) {
                for (Map.Entry<String, JsonNode> it : documents.properties()) {
                    if (it.getKey().equals(ECALLMGR) && it.getValue() instanceof ObjectNode keys) {
                        ecallmgr = keys;
                    } else {
                        others.set(it.getKey(), it.getValue());
                    }
                }
            }
        }
        return new Overrides(ecallmgr, others);
    }

    @Override
    public CompletionStage<Verdict> decide(Question question) {
        Gathered gathered = gather(question);
        if (gathered.request().ended()) {
            return CompletableFuture.completedFuture(new Verdict(
                    LimitsResult.unanswered("call-ended", Outcome.NO_RULE, "the call is over already"),
                    gathered.facts(),
                    Evaluation.none()));
        }
        Evaluation evaluation = question.rulebook().evaluate(name(), gathered.facts());
        Outcome outcome = gathered.resolve(evaluation);
        LimitsResult result = gathered.answer(outcome);
        return CompletableFuture.completedFuture(
                new Verdict(result, gathered.facts(), evaluation, findings -> WhyRefused.explain(findings, outcome)));
    }

    /** Reads a request and counts what its parties use. */
    Gathered gather(Question question) {
        String region = Members.text(question.request(), "region");
        Function<String, String> e164 =
                it -> numbers.classify(question.config(), it, region).number();
        LimitsRequest request = LimitsRequest.read(question.request(), question.config(), e164);
        NumberClass number = numbers.classify(question.config(), request.number(), region);
        boolean emergencyOut = number.emergency() && request.call().direction().equals("outbound");
        Map<Party, PartyFacts> parties = new EnumMap<>(Party.class);
        TrunkNumber trunkNumber = new TrunkNumber(false, false);
        try {
            trunkNumber = FlatRateNumbers.of(question.config(), request, number.number());
            for (Party party : Party.values()) {
                Payer payer = party == Party.ACCOUNT ? request.payer() : request.reseller();
                if (payer != null && (party == Party.ACCOUNT || request.twoParties())) {
                    parties.put(
                            party,
                            PartyFacts.of(party, payer, request, number, question.now(), question.config(), e164));
                }
            }
        } catch (ProblemException e) {
            // Whoever calls for help gets through, whatever is wrong with the documents of those who pay.
            if (!emergencyOut) {
                throw e;
            }
            parties.clear();
        }
        LimitsSettings settings = new LimitsSettings(
                question.config().bool("authz_local_resources"),
                question.config()
                        .other("jonny5", "check_service_standing")
                        .map(it -> Members.bool(it, true))
                        .orElse(true));
        return new Gathered(question, request, number, emergencyOut, settings, trunkNumber, parties);
    }

    /** What is known about a call. */
    record Gathered(
            Question question,
            LimitsRequest request,
            NumberClass number,
            boolean emergencyOut,
            LimitsSettings settings,
            TrunkNumber trunkNumber,
            Map<Party, PartyFacts> parties) {

        List<Object> facts() {
            List<Object> facts = new ArrayList<>(List.of(
                    new DecidedAt(question.now()), request.owner(), request.call(), number, settings, trunkNumber));
            parties.values().forEach(it -> facts.addAll(it.facts()));
            return facts;
        }

        Outcome resolve(Evaluation evaluation) {
            Map<Party, String> billing = new EnumMap<>(Party.class);
            put(billing, Party.ACCOUNT, "Account-Billing");
            put(billing, Party.RESELLER, "Reseller-Billing");
            return Outcome.resolve(evaluation, emergencyOut, request.twoParties(), billing);
        }

        private void put(Map<Party, String> billing, Party party, String variable) {
            String known = Members.text(request.variables(), variable);
            if (known != null) {
                billing.put(party, known);
            }
        }

        LimitsResult answer(Outcome outcome) {
            List<PartyAnswer> answers = answers(outcome);
            Payer payer = request.payer();
            Payer reseller = request.reseller();
            boolean through = outcome.authorized() || outcome.softLimit();
            return new LimitsResult(
                    true,
                    outcome.authorized(),
                    outcome.softLimit(),
                    payer == null ? null : payer.id(),
                    outcome.account().billing(),
                    reseller == null ? null : reseller.id(),
                    reseller == null ? null : outcome.reseller().billing(),
                    usage(Party.ACCOUNT),
                    usage(request.twoParties() ? Party.RESELLER : Party.ACCOUNT),
                    request.outboundFlags(),
                    request.number(),
                    through,
                    through ? outcome.account().billing() : null,
                    !outcome.authorized(),
                    outcome.reason(),
                    outcome.rule(),
                    detail(outcome, answers),
                    answers);
        }

        private @Nullable String usage(Party party) {
            PartyFacts facts = parties.get(party);
            return facts == null ? null : facts.trunkUsage();
        }

        private List<PartyAnswer> answers(Outcome outcome) {
            Checks checks = new Checks(
                    request.call().direction().equals("inbound"),
                    "mobile".equals(request.call().authorizingType()),
                    settings.checkStanding(),
                    number.number(),
                    trunkNumber);
            List<PartyAnswer> answers = new ArrayList<>();
            parties.forEach((party, facts) -> {
                Outcome.Side side = party == Party.ACCOUNT ? outcome.account() : outcome.reseller();
                if (side.asked()) {
                    Payer payer = party == Party.ACCOUNT ? request.payer() : request.reseller();
                    answers.add(new PartyAnswer(
                            party.word(),
                            Objects.requireNonNull(payer).id(),
                            side.authorized(),
                            side.excused(),
                            side.billing(),
                            side.reason(),
                            side.rule(),
                            side.billing().equals(Outcome.LIMITS_DISABLED) && side.authorized()
                                    ? List.of()
                                    : checks.of(facts)));
                }
            });
            return answers;
        }

        private static String detail(Outcome outcome, List<PartyAnswer> answers) {
            String refusals = answers.stream()
                    .filter(it -> !it.authorized())
                    .map(it -> it.party() + ": " + refusal(it))
                    .collect(Collectors.joining(". "));
            if (!refusals.isEmpty()) {
                return refusals;
            }
            return outcome.authorized()
                    ? "allowed: " + outcome.reason().replace('-', ' ')
                    : "refused: " + outcome.reason().replace('-', ' ');
        }

        // A hard limit refuses by itself, whatever else is left.
        private static String refusal(PartyAnswer answer) {
            boolean hard = answer.reason().equals(LimitsReasons.HARD_LIMIT);
            return answer.checks().stream()
                    .filter(it -> !it.passed() && (!hard || HARD.contains(it.limit())))
                    .map(Check::detail)
                    .collect(Collectors.joining("; "));
        }
    }
}
