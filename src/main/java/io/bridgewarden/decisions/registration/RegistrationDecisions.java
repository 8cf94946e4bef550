package io.bridgewarden.decisions.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Decider;
import io.bridgewarden.decisions.Overrides;
import io.bridgewarden.decisions.Parts;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.decisions.Verdict;
import io.bridgewarden.decisions.Warning;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.facts.AskedLifetime;
import io.bridgewarden.facts.DirectoryEntry;
import io.bridgewarden.facts.FetchedRegistration;
import io.bridgewarden.facts.RegistrationSettings;
import io.bridgewarden.rules.Evaluation;
import io.bridgewarden.store.EffectiveConfig;
import io.bridgewarden.store.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides how long a registration holds and what is kept (reference, registration). Safe to share between threads. */
public final class RegistrationDecisions implements Decider {
    // In milliseconds the sum of a lifetime and an allowance still is a whole number of 64 bits.
    private static final long LONGEST_LIFETIME = 100_000_000_000L;
    private static final long LONGEST_ALLOWANCE = 9_000_000_000_000_000L;

    @Override
    public String name() {
        return "registration";
    }

    @Override
    public Overrides overrides(ObjectNode request) {
        return Overrides.asRead(request);
    }

    @Override
    public CompletionStage<Verdict> decide(Question question) {
        ObjectNode request = question.request();
        List<Object> facts = new ArrayList<>();
        facts.add(settings(question.config()));
        Verdict verdict;
        if (request.get("report") instanceof ObjectNode report) {
            verdict = report(question, report, facts);
        } else if (request.get("fetched") instanceof ObjectNode fetched) {
            verdict = fetched(question, fetched, facts);
        } else if (request.get("directory") instanceof ObjectNode directory) {
            verdict = directory(question, directory, facts);
        } else {
            verdict = lifetime(question, request, facts);
        }
        return CompletableFuture.completedFuture(verdict);
    }

    private Verdict lifetime(Question question, ObjectNode request, List<Object> facts) {
        Long asked = seconds(request.path("expires"), "#/expires");
        if (asked != null) {
            facts.add(new AskedLifetime(asked));
        }
        return verdict(question, facts, parts -> {
            Long expires = asked == null ? null : lifetime(parts, asked);
            return new RegistrationResult.OfLifetime(
                    expires, expires == null ? null : expires * 1000, parts.because(), warnings(question));
        });
    }

    private Verdict report(Question question, ObjectNode message, List<Object> facts) {
        ObjectNode stored = question.request().get("stored") instanceof ObjectNode object
                ? object
                : Json.mapper().createObjectNode();
        Report report = new Report(message, stored);
        long asked = needed(message.path("Expires"), "#/report/Expires");
        facts.add(new AskedLifetime(asked));
        facts.add(report.fact(asked));
        facts.addAll(report.hosts());
        return verdict(question, facts, parts -> {
            long expires = lifetime(parts, asked);
            Map<String, String> hosts = new TreeMap<>();
            parts.all(FillHost.class).forEach(it -> hosts.put(it.header(), it.host()));
            Keep.Action action = parts.one(Keep.class).map(Keep::action).orElse(Keep.Action.LEAVE);
            return new RegistrationResult.OfReport(
                    action.word(),
                    expires,
                    expires * 1000,
                    action == Keep.Action.STORE ? report.record(expires, hosts, question.now()) : null,
                    parts.all(Notify.class).stream()
                            .map(it -> it.notice().word())
                            .sorted()
                            .toList(),
                    parts.one(LookUpOwner.class).isPresent(),
                    parts.because(),
                    warnings(question));
        });
    }

    private Verdict fetched(Question question, ObjectNode fetched, List<Object> facts) {
        int number = 0;
        for (JsonNode answer : fetched.path("answers")) {
            String at = "#/fetched/answers/" + number;
            facts.add(new FetchedRegistration(
                    number,
                    needed(answer.path("Event-Timestamp"), at + "/Event-Timestamp"),
                    needed(answer.path("Expires"), at + "/Expires")));
            number++;
        }
        List<Warning> warnings = new ArrayList<>(warnings(question));
        if (fetched.path("complete").isBoolean() && !fetched.path("complete").booleanValue()) {
            warnings.add(new Warning(
                    "#/fetched/complete",
                    "registrations-incomplete",
                    "not every registrar has answered, so a newer registration may be missing"));
        }
        return verdict(question, facts, parts -> {
            Optional<UseFetched> used = parts.one(UseFetched.class);
            Optional<Long> copied = used.map(UseFetched::copyFor).filter(it -> it > 0);
            return new RegistrationResult.OfFetched(
                    used.map(UseFetched::number).orElse(null),
                    copied.isPresent(),
                    copied.orElse(null),
                    parts.because(),
                    warnings);
        });
    }

    private Verdict directory(Question question, ObjectNode directory, List<Object> facts) {
        facts.add(new DirectoryEntry(seconds(directory.path("expires"), "#/directory/expires")));
        return verdict(
                question,
                facts,
                parts -> new RegistrationResult.OfDirectory(
                        parts.one(CacheEntry.class)
                                .map(CacheEntry::milliseconds)
                                .filter(it -> it > 0)
                                .orElse(null),
                        parts.because(),
                        warnings(question)));
    }

    private Verdict verdict(Question question, List<Object> facts, Function<Parts, Object> result) {
        Evaluation evaluation = question.rulebook().evaluate(name(), facts);
        return new Verdict(result.apply(Parts.resolve(evaluation)), facts, evaluation);
    }

    /** What rules say, or as long as was asked for where they say nothing. */
    private static long lifetime(Parts parts, long asked) {
        return parts.one(Lifetime.class).map(Lifetime::seconds).orElse(asked);
    }

    private static RegistrationSettings settings(EffectiveConfig config) {
        long allowance = config.integer("expires_deviation_time");
        return new RegistrationSettings(
                Math.max(-LONGEST_ALLOWANCE, Math.min(LONGEST_ALLOWANCE, allowance)),
                config.bool("insert_fetched_registration_locally"),
                config.optionalText("default_realm").orElse(null),
                config.integer("user_cache_time_in_ms"));
    }

    private static List<Warning> warnings(Question question) {
        return Warning.ofConfig(question.config());
    }

    private static long needed(JsonNode given, String pointer) {
        Long seconds = seconds(given, pointer);
        if (seconds == null) {
            throw Problem.invalid(pointer, "required", "it is needed here").asException();
        }
        return seconds;
    }

    private static @Nullable Long seconds(JsonNode given, String pointer) {
        if (given.isMissingNode() || given.isNull()) {
            return null;
        }
        JsonNode number = Reader.INTEGER.read(given, MissingNode.getInstance());
        if (number.isMissingNode() || Math.abs(number.longValue()) > LONGEST_LIFETIME) {
            throw Problem.invalid(pointer, "type", "expected a whole number of seconds")
                    .asException();
        }
        return number.longValue();
    }
}
