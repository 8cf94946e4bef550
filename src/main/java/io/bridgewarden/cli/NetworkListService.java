package io.bridgewarden.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.acl.AclDecisions;
import io.bridgewarden.decisions.acl.ListCollection;
import io.bridgewarden.dialect.AclConf;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.http.NetworkLists;
import io.bridgewarden.http.SwitchApi;
import io.bridgewarden.store.Configuration;
import io.bridgewarden.store.EffectiveConfig;
import io.bridgewarden.store.acl.BuiltInLists;
import io.bridgewarden.store.acl.ConfiguredLists;
import io.bridgewarden.store.acl.DnsResolver;
import io.bridgewarden.store.acl.KeptEntry;
import io.bridgewarden.store.acl.KeptLists;
import io.bridgewarden.store.acl.KeptLists.Change;
import io.bridgewarden.store.acl.Lists;
import io.bridgewarden.store.acl.LookupSettings;
import io.bridgewarden.store.acl.NameBook;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What has to do with network lists, made from the options of a command. */
final class NetworkListService implements NetworkLists, SwitchApi, AutoCloseable {
    private final Supplier<Configuration> configuration;
    private final @Nullable String zone;
    private final NameBook names;
    private final ConfiguredLists configured;
    private final KeptLists standing;
    private final AclDecisions decider;
    private final ListCollection collection;

    private NetworkListService(ServiceOptions options, Supplier<Configuration> configuration, InstantSource clock) {
        this.names = new NameBook(new DnsResolver(options.dns == null ? List.of() : options.dns), clock);
        this.configuration = configuration;
        this.zone = options.zone;
        this.configured = new ConfiguredLists(names, clock);
        this.standing = KeptLists.open(options.data, configured, names, () -> LookupSettings.of(config(null)), clock);
        this.decider = new AclDecisions(standing, names);
        this.collection = new ListCollection(names, configuration, Schemas.shipped());
    }

    static NetworkListService open(ServiceOptions options, Supplier<Configuration> configuration, InstantSource clock) {
        return new NetworkListService(options, configuration, clock);
    }

    AclDecisions decider() {
        return decider;
    }

    @Override
    public CompletionStage<?> collect(ObjectNode request) {
        return collection.collect(request);
    }

    @Override
    public CompletionStage<? extends Lists> lists(@Nullable String node) {
        return standing.of(config(node));
    }

    @Override
    public CompletionStage<byte[]> networkLists(@Nullable String node) {
        // Long lists take long to write, and event loops have others to serve.
        return lists(node).thenApplyAsync(AclConf::of);
    }

    @Override
    public Optional<KeptEntry> entry(String list, String name) {
        return standing.find(list, name);
    }

    @Override
    public CompletionStage<Change> put(
            String list,
            String name,
            ObjectNode entry,
            String by,
            Predicate<Optional<KeptEntry>> condition,
            @Nullable String node) {
        return standing.put(list, name, entry, by, condition, config(node));
    }

    @Override
    public CompletionStage<KeptEntry> remove(
            String list, String name, Predicate<Optional<KeptEntry>> condition, @Nullable String node) {
        return standing.remove(list, name, condition, config(node));
    }

    @Override
    public void flush() {
        names.lapse();
        configured.flush();
        standing.flush();
    }

    private EffectiveConfig config(@Nullable String node) {
        return configuration.get().effective(node, zone);
    }

    /** Has the lists ready that hold for nodes without entries of their own. */
    void load() {
        CompletionStage<? extends Lists> unused = lists(null);
    }

    /** The lists that hold for a node, those that every switch has among them. Waits for host names. */
    Lists all(@Nullable String node) {
        return lists(node).toCompletableFuture().join().over(BuiltInLists.of(null));
    }

    @Override
    public void close() {
        standing.close();
        configured.close();
    }
}
