package io.bridgewarden.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Answer;
import io.bridgewarden.decisions.Decisions;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.decisions.all.AllDecisions;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.facts.Aor;
import io.bridgewarden.facts.Registration;
import io.bridgewarden.http.Backend;
import io.bridgewarden.http.DecisionApi;
import io.bridgewarden.http.RegistrationBook;
import io.bridgewarden.store.Configuration;
import io.bridgewarden.store.ConfigurationFiles;
import io.bridgewarden.store.ConfigurationStore;
import io.bridgewarden.store.RegistrationLookup;
import io.bridgewarden.store.Registrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Everything that decides, made from the options of a command. */
final class Service implements AutoCloseable {
    // As long as KAZOO waits for other registrars (reference, bridge 7.2).
    private static final Duration LOOKUP_DEADLINE = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final @Nullable ConfigurationFiles files;
    private final ConfigurationStore configuration;
    private final @Nullable String zone;
    private final RuleService rules;
    private final Registrations registrations;
    private final Decisions decisions;
    private final NetworkListService networkLists;

    private Service(
            @Nullable ConfigurationFiles files,
            ConfigurationStore configuration,
            @Nullable String zone,
            RuleService rules,
            Registrations registrations,
            Decisions decisions,
            NetworkListService networkLists) {
        this.files = files;
        this.configuration = configuration;
        this.zone = zone;
        this.rules = rules;
        this.registrations = registrations;
        this.decisions = decisions;
        this.networkLists = networkLists;
    }

    /**
     * With the rules as they are now.
     *
     * @throws CommandFailure if rules, configuration or data cannot be used, naming each mistake
     */
    static Service open(ServiceOptions options) {
        return open(options, RuleService::fixed);
    }

    /**
     * With the rules of one decision as they are now, and of those it asks.
     *
     * @throws CommandFailure as {@link #open}
     */
    static Service openFor(String decision, ServiceOptions options) {
        return open(options, (given, clock) -> RuleService.fixedFor(decision, given, clock));
    }

    /**
     * With rules that follow their directory, if one is given: what changes there is in force as soon as it passes.
     *
     * @throws CommandFailure as {@link #open}; also if cases of the rules fail
     */
    static Service following(ServiceOptions options) {
        return open(options, RuleService::following);
    }

    private static Service open(
            ServiceOptions options, BiFunction<ServiceOptions, InstantSource, RuleService> opening) {
        ConfigurationFiles files = files(options.config);
        InstantSource clock = InstantSource.system();
        RuleService rules = opening.apply(options, clock);
        ConfigurationStore configuration = ConfigurationStore.open(
                directory(options.data), files == null ? Configuration.empty() : files.configuration(), clock);
        if (files != null) {
            files.follow(configuration, LOOK);
        }
        Registrations registrations = Registrations.open(directory(options.data), clock);
        NetworkListService networkLists = NetworkListService.open(options, configuration::inForce, clock);
        Decisions decisions = new Decisions(
                rules,
                configuration::inForce,
                Schemas.shipped(),
                clock,
                options.zone,
                AllDecisions.over(networkLists.decider(), new RegistrationLookup(registrations, LOOKUP_DEADLINE)));
        return new Service(files, configuration, options.zone, rules, registrations, decisions, networkLists);
    }

    Decisions decisions() {
        return decisions;
    }

    RuleService rules() {
        return rules;
    }

    NetworkListService networkLists() {
        return networkLists;
    }

    /** Has the engine and the schemas ready before the first caller is kept waiting. */
    void warmUp() {
        ObjectNode nobody = io.bridgewarden.documents.Json.mapper().createObjectNode();
        nobody.putArray("endpoints")
                .addObject()
                .put("Invite-Format", "loopback")
                .put("Route", "0");
        CompletionStage<Answer> unused = decisions.decide("bridge", nobody, Options.PLAIN);
        networkLists.load();
    }

    Backend backend(String version) {
        return new Backend(
                decisionApi(),
                rules,
                book(),
                networkLists,
                networkLists,
                configuration,
                zone,
                Schemas.shipped(),
                version);
    }

    private DecisionApi decisionApi() {
        return new DecisionApi() {
            @Override
            public Set<String> names() {
                return decisions.names();
            }

            @Override
            public CompletionStage<Answer> decide(String decision, ObjectNode request, Options options) {
                return decisions.decide(decision, request, options);
            }
        };
    }

    private RegistrationBook book() {
        return new RegistrationBook() {
            @Override
            public List<Registration> get(Aor aor) {
                return registrations.get(aor);
            }

            @Override
            public CompletionStage<Void> replace(Aor aor, Collection<Registration> bound) {
                return registrations.replace(aor, bound);
            }

            @Override
            public CompletionStage<Void> putAll(Collection<Registration> bound) {
                return registrations.putAll(bound);
            }
        };
    }

    private static @Nullable ConfigurationFiles files(@Nullable Path path) {
        if (path == null) {
            return null;
        }
        try {
            return ConfigurationFiles.open(path);
        } catch (ProblemException e) {
            throw new CommandFailure("the configuration `%s` cannot be used: %s"
                    .formatted(path, e.problem().inWords()));
        }
    }

    private static @Nullable Path directory(@Nullable Path data) {
        if (data == null) {
            return null;
        }
        try {
            return Files.createDirectories(data);
        } catch (IOException e) {
            throw new CommandFailure("cannot make the data directory `%s`".formatted(data));
        }
    }

    @Override
    public void close() {
        if (files != null) {
            files.close();
        }
        networkLists.close();
        registrations.close();
        configuration.close();
        rules.close();
    }
}
