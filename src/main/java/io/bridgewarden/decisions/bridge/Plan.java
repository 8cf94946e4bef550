package io.bridgewarden.decisions.bridge;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.EndpointId;
import io.bridgewarden.rules.Evaluation;
import io.bridgewarden.rules.Evaluation.Reasoned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which endpoints of a request are dialled: the rules' conclusions, weighed.
 *
 * @param refused why the whole request is; empty if it is not
 * @param dialled in dial order
 * @param omitted by position in the request
 * @param answerBusy the endpoints whose leg is told to answer busy
 * @param keepBypassMedia the endpoints that keep their Bypass-Media
 * @param bypassMedia whether media bypasses the switch before the bridge; empty where nothing is set
 * @param joinWith what legs are joined with, where a rule says so
 * @param bindings numbers of the bindings that are dialled if their address is
 * @param warnings what rules warn of, by endpoint and code
 */
record Plan(
        Optional<String> refused,
        List<Dialled> dialled,
        List<Omitted> omitted,
        Set<EndpointId> answerBusy,
        Set<EndpointId> keepBypassMedia,
        Optional<Boolean> bypassMedia,
        Optional<String> joinWith,
        Set<Integer> bindings,
        List<Warn> warnings) {

    /** The reason where no rule has anything to say about an endpoint; then it is not dialled. */
    static final String NO_RULE = "no-rule";

    /** An endpoint that is dialled; {@code failover} if it is one that waited until no device could be reached. */
    record Dialled(EndpointId endpoint, String reason, String rule, boolean failover) {}

    /** An endpoint of the list that is not dialled. */
    record Omitted(EndpointId endpoint, String reason, String rule) {}

    /**
     * Weighs conclusions.
     *
     * <p>If the request is refused, nobody is dialled. Else an endpoint of the list is, if a rule dials it or a Failover
     * nested in it and none omits or refuses that one; of several, the one nested least is. What is not dialled has one reason: that
     * the request is refused, else that it is, else that it is repeated, else omitted, else spared; of several the one
     * about the endpoint nested least, else the first by name. Silence omits.
     *
     * @param size how many endpoints the list has
     */
    static Plan resolve(int size, Evaluation rules) {
        Optional<Reasoned<RequestRefused>> refused = rules.of(RequestRefused.class).stream()
                .min(Comparator.comparing(it -> it.conclusion().reason()));
        Map<Integer, Dialled> dialled = refused.isPresent() ? Map.of() : dialled(rules);
        Map<Integer, Ground> grounds = grounds(rules);
        List<Omitted> omitted = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            if (!dialled.containsKey(index)) {
                EndpointId id = new EndpointId(index, 0);
                Ground ground = refused.map(
                                it -> new Ground(0, id, it.conclusion().reason(), it.rule()))
                        .orElseGet(() -> grounds.getOrDefault(id.index(), new Ground(0, id, NO_RULE, "")));
                omitted.add(new Omitted(id, ground.reason(), ground.rule()));
            }
        }
        Set<Integer> outranked = set(rules, Outranked.class, Outranked::binding);
        return new Plan(
                refused.map(it -> it.conclusion().reason()),
                dialled.values().stream()
                        .sorted(Comparator.comparing(Dialled::endpoint))
                        .toList(),
                omitted,
                set(rules, AnswerBusy.class, AnswerBusy::endpoint),
                set(rules, KeepBypassMedia.class, KeepBypassMedia::endpoint),
                // Keeping media in the switch works always, letting it go may not: false wins.
                set(rules, BypassMedia.class, BypassMedia::bypass).stream().min(Comparator.naturalOrder()),
                set(rules, JoinWith.class, JoinWith::separator).stream().min(Comparator.naturalOrder()),
                rules.of(Live.class).stream()
                        .map(it -> it.conclusion().binding())
                        .filter(it -> !outranked.contains(it))
                        .collect(toUnmodifiableSet()),
                rules.of(Warn.class).stream()
                        .map(Reasoned::conclusion)
                        .sorted(Comparator.comparing(Warn::endpoint).thenComparing(Warn::code))
                        .toList());
    }

    private static Map<Integer, Dialled> dialled(Evaluation rules) {
        Set<EndpointId> omitted = new HashSet<>(set(rules, Omit.class, Omit::endpoint));
        omitted.addAll(set(rules, Refused.class, Refused::endpoint));
        Set<EndpointId> failovers = set(rules, FailoverLeg.class, FailoverLeg::endpoint);
        Map<EndpointId, Reasoned<Reachable>> reachable = new HashMap<>();
        for (Reasoned<Reachable> it : rules.of(Reachable.class)) {
            reachable.merge(it.conclusion().endpoint(), it, (a, b) -> first(a, b, Reachable::reason));
        }
        Map<Integer, Dialled> dialled = new HashMap<>();
        for (Reasoned<Dial> it : rules.of(Dial.class)) {
            EndpointId id = it.conclusion().endpoint();
            if (!omitted.contains(id)) {
                Reasoned<Reachable> how = reachable.get(id);
                // That it can be reached says more than that its turn has come.
                String rule = how == null ? it.rule() : how.rule();
                boolean failover = id.depth() > 0 || failovers.contains(id);
                dialled.merge(id.index(), new Dialled(id, it.conclusion().reason(), rule, failover), Plan::nestedLeast);
            }
        }
        return dialled;
    }

    private static Map<Integer, Ground> grounds(Evaluation rules) {
        List<Ground> grounds = new ArrayList<>();
        for (Reasoned<Refused> it : rules.of(Refused.class)) {
            grounds.add(
                    new Ground(0, it.conclusion().endpoint(), it.conclusion().reason(), it.rule()));
        }
        for (Reasoned<Repeated> it : rules.of(Repeated.class)) {
            grounds.add(new Ground(1, it.conclusion().endpoint(), BridgeReasons.DUPLICATE, it.rule()));
        }
        for (Reasoned<Omit> it : rules.of(Omit.class)) {
            grounds.add(
                    new Ground(2, it.conclusion().endpoint(), it.conclusion().reason(), it.rule()));
        }
        for (Reasoned<SpareFailover> it : rules.of(SpareFailover.class)) {
            grounds.add(new Ground(3, it.conclusion().endpoint(), BridgeReasons.DUPLICATE_FAILOVER, it.rule()));
        }
        Map<Integer, Ground> strongest = new HashMap<>();
        grounds.forEach(it -> strongest.merge(it.endpoint().index(), it, Ground::stronger));
        return strongest;
    }

    private static <T extends Conclusion, V> Set<V> set(Evaluation rules, Class<T> type, Function<T, V> part) {
        return rules.of(type).stream().map(it -> part.apply(it.conclusion())).collect(toUnmodifiableSet());
    }

    // Two rules may give two reasons for the same; which one is told must not depend on which fired first.
    private static <T extends Conclusion> Reasoned<T> first(Reasoned<T> a, Reasoned<T> b, Function<T, String> reason) {
        return reason.apply(a.conclusion()).compareTo(reason.apply(b.conclusion())) <= 0 ? a : b;
    }

    private static Dialled nestedLeast(Dialled a, Dialled b) {
        int byEndpoint = a.endpoint().compareTo(b.endpoint());
        boolean first = byEndpoint != 0 ? byEndpoint < 0 : a.reason().compareTo(b.reason()) <= 0;
        return first ? a : b;
    }

    /** Why an endpoint is not dialled; the lower the rank, the more it explains. */
    private record Ground(int rank, EndpointId endpoint, String reason, String rule) {
        private static final Comparator<Ground> BY_STRENGTH = Comparator.comparingInt(Ground::rank)
                .thenComparing(Ground::endpoint)
                .thenComparing(Ground::reason)
                .thenComparing(Ground::rule);

        Ground stronger(Ground other) {
            return BY_STRENGTH.compare(this, other) <= 0 ? this : other;
        }
    }
}
