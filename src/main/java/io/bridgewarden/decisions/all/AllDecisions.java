package io.bridgewarden.decisions.all;

import io.bridgewarden.decisions.Decider;
import io.bridgewarden.decisions.Decisions;
import io.bridgewarden.decisions.acl.AclDecisions;
import io.bridgewarden.decisions.authz.AuthzDecisions;
import io.bridgewarden.decisions.authz.AuthzForRoute;
import io.bridgewarden.decisions.balance.BalanceDecisions;
import io.bridgewarden.decisions.bridge.BridgeDecisions;
import io.bridgewarden.decisions.channel.ChannelDecisions;
import io.bridgewarden.decisions.fax.FaxDecisions;
import io.bridgewarden.decisions.limits.LimitsDecisions;
import io.bridgewarden.decisions.limits.LimitsForAuthz;
import io.bridgewarden.decisions.media.MediaDecisions;
import io.bridgewarden.decisions.node.NodeDecisions;
import io.bridgewarden.decisions.recording.RecordingDecisions;
import io.bridgewarden.decisions.redirect.RedirectDecisions;
import io.bridgewarden.decisions.registration.RegistrationDecisions;
import io.bridgewarden.decisions.route.RouteDecisions;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.numbers.Numbers;
import io.bridgewarden.rules.Rulebook;
import io.bridgewarden.store.Configuration;
import io.bridgewarden.store.RegistrationLookup;
import io.bridgewarden.store.acl.ConfiguredLists;
import io.bridgewarden.store.acl.NameBook;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Every decision there is. */
public final class AllDecisions {
    /** Whose rules a decision asks besides its own, as {@link #over} puts them together. */
    private static final Map<String, Set<String>> INSIDE =
            Map.of("authz", Set.of("limits"), "route", Set.of("authz", "limits"));

    private AllDecisions() {}

    /** Some decisions, and those that are asked inside of them. */
    public static Set<String> withThoseInside(Set<String> decisions) {
        Set<String> all = new TreeSet<>(decisions);
        decisions.forEach(it -> all.addAll(INSIDE.getOrDefault(it, Set.of())));
        return all;
    }

    /** One of each kind, for a service with standing facts of its own. */
    public static List<Decider> over(AclDecisions acl, RegistrationLookup registrations) {
        Numbers numbers = new Numbers();
        LimitsDecisions limits = new LimitsDecisions(numbers);
        AuthzDecisions authz = new AuthzDecisions(new LimitsForAuthz(limits), numbers);
        return List.of(
                acl,
                new BridgeDecisions(registrations),
                authz,
                limits,
                new RouteDecisions(new AuthzForRoute(authz)),
                new MediaDecisions(),
                new RecordingDecisions(),
                new FaxDecisions(),
                new RedirectDecisions(),
                new RegistrationDecisions(),
                new ChannelDecisions(),
                new NodeDecisions(),
                new BalanceDecisions());
    }

    /**
     * Decisions on nothing but what requests bring: no configuration, no registrations, no lists but those that every
     * switch has, and no host name that resolves.
     */
    public static Decisions bare(Supplier<Rulebook> rulebook, InstantSource clock) {
        NameBook names = new NameBook(
                name -> CompletableFuture.failedFuture(new IOException("there are no name servers")), clock);
        RegistrationLookup nobody =
                new RegistrationLookup(addresses -> CompletableFuture.completedFuture(Map.of()), Duration.ofSeconds(2));
        return new Decisions(
                rulebook,
                Configuration::empty,
                Schemas.shipped(),
                clock,
                null,
                over(new AclDecisions(new ConfiguredLists(names, clock), names), nobody));
    }
}
