package io.bridgewarden.decisions.acl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Decider;
import io.bridgewarden.decisions.Explain;
import io.bridgewarden.decisions.KeptFromFiring;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.decisions.Verdict;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.facts.Origin;
import io.bridgewarden.rules.Evaluation;
import io.bridgewarden.store.EffectiveConfig;
import io.bridgewarden.store.acl.EntryBook;
import io.bridgewarden.store.acl.EntryCollector;
import io.bridgewarden.store.acl.HostLookup;
import io.bridgewarden.store.acl.Lists;
import io.bridgewarden.store.acl.LookupSettings;
import io.bridgewarden.store.acl.NameBook;
import io.bridgewarden.store.acl.StandingLists;
import io.bridgewarden.store.acl.StatedNames;
import io.bridgewarden.store.acl.SwitchLists;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Decides whether an address may come in (reference, acl). Safe to share between threads. */
public final class AclDecisions implements Decider {
    private static final String ACLS = "acls";
    private static final String NAMES = "names";
    private static final List<String> ENTRIES = List.of(ACLS, NAMES, "devices", "resources", "media_nodes");
    private static final Set<Class<?>> OF_LISTS = Set.of(TakesPart.class, Decides.class);
    private static final int MOST_HOSTS = 1_000;

    private final StandingLists standing;
    private final NameBook names;

    /** @param standing the lists asked where a request brings none */
    public AclDecisions(StandingLists standing, NameBook names) {
        this.standing = standing;
        this.names = names;
    }

    @Override
    public String name() {
        return "acl";
    }

    @Override
    public CompletionStage<Verdict> decide(Question question) {
        ObjectNode request = question.request();
        boolean entries = ENTRIES.stream().anyMatch(request::has);
        if (request.has("lists")) {
            if (entries) {
                throw Problem.invalid(
                                "#/lists", "lists-or-entries", "give `lists`, or entries that make lists; not both")
                        .asException();
            }
            SwitchLists lists = SwitchLists.read(request.path("lists"), "#/lists");
            return CompletableFuture.completedFuture(decide(question, AclRequest.read(request, lists, lists)));
        }
        CompletionStage<? extends Lists> lists =
                entries ? collected(request, question.config()) : standing.of(question.config());
        return then(lists, it -> decide(question, AclRequest.read(request, it, null)));
    }

    private CompletionStage<? extends Lists> collected(ObjectNode request, EffectiveConfig config) {
        boolean own = request.has(ACLS);
        JsonNode acls = own ? request.path(ACLS) : config.raw(ACLS);
        EntryCollector collector = new EntryCollector()
                .configured(
                        acls,
                        own ? "#/acls" : "#/config/acls",
                        Origin.configured(own ? "request" : config.setting(ACLS).section()))
                .devices(request.path("devices"), "#/devices")
                .resources(request.path("resources"), "#/resources")
                .mediaNodes(request.path("media_nodes"), "#/media_nodes");
        return looked(collector, request.has(NAMES) ? StatedNames.read(request.path(NAMES), "#/names") : names, config);
    }

    /**
     * The lists of what was collected, host names looked up.
     *
     * @throws ProblemException {@code invalid-request} (422) if there are too many of them
     */
    static CompletionStage<EntryBook> looked(EntryCollector collector, HostLookup names, EffectiveConfig config) {
        Set<String> hosts = collector.hosts();
        if (hosts.size() > MOST_HOSTS) {
            throw Problem.invalid(
                            "#", "too-many-names", "%d host names are more than %d".formatted(hosts.size(), MOST_HOSTS))
                    .asException();
        }
        return names.find(hosts, LookupSettings.of(config).limit()).thenApply(collector::book);
    }

    // What has been waited for comes from a thread that has other things to do than to decide.
    private static <T, U> CompletionStage<U> then(CompletionStage<T> stage, Function<T, U> step) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        return future.isDone() ? future.thenApply(step) : future.thenApplyAsync(step);
    }

    private Verdict decide(Question question, AclRequest request) {
        List<Object> facts = request.facts();
        Evaluation evaluation = question.rulebook().evaluate(name(), facts);
        AclResult result = AclVerdict.resolve(request, evaluation, question.explain() != Explain.NONE);
        // Where a list is asked alone, rules about calls and registrations have nothing to do with it.
        return request.arrival() == null
                ? new Verdict(result, facts, evaluation, it -> KeptFromFiring.among(it, OF_LISTS))
                : new Verdict(result, facts, evaluation);
    }
}
