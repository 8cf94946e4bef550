package io.bridgewarden.cli;

import io.bridgewarden.decisions.acl.AclDecisions;
import io.bridgewarden.decisions.acl.ListCollection;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.store.Configuration;
import io.bridgewarden.store.EffectiveConfig;
import io.bridgewarden.store.acl.BuiltInLists;
import io.bridgewarden.store.acl.ConfiguredLists;
import io.bridgewarden.store.acl.DnsResolver;
import io.bridgewarden.store.acl.Lists;
import io.bridgewarden.store.acl.NameBook;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What has to do with network lists, made from the options of a command. */
final class NetworkListService implements AutoCloseable {
    private final Supplier<Configuration> configuration;
    private final @Nullable String zone;
    private final ConfiguredLists standing;
    private final AclDecisions decider;
    private final ListCollection collection;

    private NetworkListService(ServiceOptions options, Supplier<Configuration> configuration, InstantSource clock) {
        NameBook names = new NameBook(new DnsResolver(options.dns == null ? List.of() : options.dns), clock);
        this.configuration = configuration;
        this.zone = options.zone;
        this.standing = new ConfiguredLists(names, clock);
        this.decider = new AclDecisions(standing, names);
        this.collection = new ListCollection(names, configuration, Schemas.shipped());
    }

    static NetworkListService open(ServiceOptions options, Supplier<Configuration> configuration, InstantSource clock) {
        return new NetworkListService(options, configuration, clock);
    }

    AclDecisions decider() {
        return decider;
    }

    ListCollection collection() {
        return collection;
    }

    /** Has the lists ready that hold for nodes without entries of their own. */
    void load() {
        lists(null);
    }

    /** The lists that hold for a node, those that every switch has among them. Waits for host names. */
    Lists lists(@Nullable String node) {
        EffectiveConfig config = configuration.get().effective(node, zone);
        return standing.of(config).toCompletableFuture().join().over(BuiltInLists.of(null));
    }

    @Override
    public void close() {
        standing.close();
    }
}
