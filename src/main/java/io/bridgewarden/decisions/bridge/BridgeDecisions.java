package io.bridgewarden.decisions.bridge;

import io.bridgewarden.decisions.Decider;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.decisions.Verdict;
import io.bridgewarden.dialect.DialStrings;
import io.bridgewarden.facts.Aor;
import io.bridgewarden.facts.BridgeSettings;
import io.bridgewarden.facts.BusyOwner;
import io.bridgewarden.facts.DecidedAt;
import io.bridgewarden.facts.DialMethod;
import io.bridgewarden.rules.Evaluation;
import io.bridgewarden.store.RegistrationLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Decides which legs of a call are dialled, and how (reference, bridge). Safe to share between threads. */
public final class BridgeDecisions implements Decider {
    private final RegistrationLookup registrations;
    private final ConfiguredDialStrings configured = new ConfiguredDialStrings();

    /** @param registrations where registrations are that the request does not bring */
    public BridgeDecisions(RegistrationLookup registrations) {
        this.registrations = registrations;
    }

    @Override
    public String name() {
        return "bridge";
    }

    @Override
    public CompletionStage<Verdict> decide(Question question) {
        Map<String, String> media = BridgeRequest.media(question.request());
        DialStrings dialStrings = configured.of(question.config(), media);
        BridgeRequest request = BridgeRequest.read(question.request(), question.now(), new EndpointReader(dialStrings));
        Set<Aor> addresses = request.addresses();
        if (addresses.isEmpty()) {
            return decide(question, request, Bindings.none(), dialStrings);
        }
        return registrations
                .find(addresses)
                .thenCompose(found ->
                        decide(question, request, Bindings.of(addresses, request.registrations(), found), dialStrings));
    }

    private CompletionStage<Verdict> decide(
            Question question, BridgeRequest request, Bindings bindings, DialStrings dialStrings) {
        List<Object> facts = facts(question, request, bindings);
        Evaluation evaluation = question.rulebook().evaluate(name(), facts);
        Plan plan = Plan.resolve(request.size(), evaluation);
        BridgeResult result = BridgeAnswer.of(request, bindings, plan, dialStrings);
        return CompletableFuture.completedFuture(new Verdict(
                result,
                facts,
                evaluation,
                findings ->
                        WhyOmitted.explain(findings, plan, request.endpoints().keySet(), evaluation)));
    }

    static List<Object> facts(Question question, BridgeRequest request, Bindings bindings) {
        List<Object> facts = new ArrayList<>();
        facts.add(new DecidedAt(question.now()));
        facts.add(new BridgeSettings(
                question.config().bool("failover_when_all_unreg"),
                question.config().bool("use_bypass_media_after_bridge"),
                question.config().integer("expires_deviation_time")));
        facts.add(new DialMethod(request.dialMethod(), request.size()));
        if (request.frame() != null) {
            facts.add(request.frame());
            facts.addAll(request.faults());
        }
        facts.addAll(request.endpoints().values());
        facts.addAll(bindings.facts());
        request.busyOwners().forEach(it -> facts.add(new BusyOwner(it)));
        return facts;
    }
}
