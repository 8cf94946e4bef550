package io.bridgewarden.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.authoring.RuleCase;
import io.bridgewarden.decisions.Answer;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.dialect.AclConf;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.facts.Aor;
import io.bridgewarden.facts.Registration;
import io.bridgewarden.rules.Revision;
import io.bridgewarden.rules.RuleFileInfo;
import io.bridgewarden.rules.RuleInfo;
import io.bridgewarden.rules.RulesStatus;
import io.bridgewarden.store.Configuration;
import io.bridgewarden.store.ConfigurationStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** What stands behind the front end in its own tests. */
final class StandIns {
    static final String REVISION = "sha256:" + "ab".repeat(32);
    static final RuleInfo RULE = new RuleInfo(
            "bridge",
            "bridge: drop 1/2 of <them>",
            "Drops half.",
            "a test",
            "2026-01-15",
            "bridge/half.drl",
            3,
            List.of(),
            List.of(),
            List.of("failover_when_all_unreg"),
            "rule ...");

    private static final RuleFileInfo FILE =
            new RuleFileInfo("bridge", "bridge/half.drl", "Halves.", List.of("Leg"), List.of(), "nothing is dropped.");
    private static final RuleCase CASE = new RuleCase(
            "bridge",
            "bridge/cases/half.json",
            1,
            7,
            Json.mapper().createObjectNode().put("because", "it is so").put("misses", "it is half"));

    private StandIns() {}

    static Backend backend(DecisionApi decisions) {
        NetworkLists lists = new KeptInMemory();
        SwitchApi switches = node -> lists.lists(node).thenApply(AclConf::of);
        return new Backend(
                decisions,
                catalogue(),
                new InMemoryBook(),
                lists,
                switches,
                configuration(),
                null,
                Schemas.shipped(),
                "1.2.3");
    }

    static ConfigurationStore configuration() {
        return ConfigurationStore.open(null, Configuration.empty(), InstantSource.fixed(KeptInMemory.NOW));
    }

    static Backend backend() {
        return backend(new Echo());
    }

    static Answer answer(Object result) {
        return new Answer(
                UUID.fromString("01890000-0000-7000-8000-000000000000"),
                "bridge",
                result,
                null,
                new Answer.RulebookRef(REVISION),
                REVISION,
                Instant.parse("2026-01-15T10:00:00Z"));
    }

    /** Answers with the request and the options, or as the request's {@code fail} says. */
    static class Echo implements DecisionApi {
        @Override
        public Set<String> names() {
            return Set.of("bridge", "acl");
        }

        @Override
        public CompletionStage<Answer> decide(String decision, ObjectNode request, Options options) {
            return switch (request.path("fail").asText()) {
                case "problem" ->
                    CompletableFuture.failedFuture(
                            Problem.invalid("#/fail", "told-so", "told to fail").asException());
                case "unavailable" ->
                    CompletableFuture.failedFuture(
                            Problem.unavailable("told to be away").asException());
                case "defect" -> CompletableFuture.failedFuture(new IllegalStateException("secret: /etc/insides"));
                case "throw" -> throw new IllegalStateException("secret: /etc/insides");
                default -> CompletableFuture.completedFuture(answer(Map.of("request", request, "options", options)));
            };
        }
    }

    static Catalogue catalogue() {
        return new Catalogue() {
            @Override
            public RulesStatus status() {
                return new RulesStatus(REVISION, List.of(RULE), List.of(FILE), Optional.empty());
            }

            @Override
            public long timesFired(RuleInfo rule) {
                return 7;
            }

            @Override
            public List<RuleCase> cases(RuleInfo rule) {
                return List.of(CASE);
            }

            @Override
            public List<Revision> revisions() {
                return List.of(new Revision(REVISION, 1, Instant.parse("2026-01-15T10:00:00Z"), true));
            }

            @Override
            public boolean activate(String revision) {
                return revision.equals(REVISION);
            }

            @Override
            public boolean rollBack() {
                return false;
            }
        };
    }

    static final class InMemoryBook implements RegistrationBook {
        private final Map<Aor, List<Registration>> kept = new ConcurrentHashMap<>();

        @Override
        public List<Registration> get(Aor aor) {
            return kept.getOrDefault(aor, List.of());
        }

        @Override
        public CompletionStage<Void> replace(Aor aor, Collection<Registration> registrations) {
            kept.put(aor, List.copyOf(registrations));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> putAll(Collection<Registration> registrations) {
            registrations.forEach(it -> kept.merge(it.aor(), List.of(it), (before, more) -> {
                List<Registration> all = new ArrayList<>(before);
                all.addAll(more);
                return all;
            }));
            return CompletableFuture.completedFuture(null);
        }
    }
}
