package io.bridgewarden.store.acl;

import com.fasterxml.jackson.databind.JsonNode;
import inet.ipaddr.IPAddress;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.store.acl.HostAddresses.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Host names whose lookup a request states: what name servers answer, and after what time. Nothing is asked and nothing
 * is waited for, so a decision about host names can be made again with the same outcome. Immutable.
 */
public final class StatedNames implements HostLookup {
    private final Map<String, Answer> answers;

    private StatedNames(Map<String, Answer> answers) {
        this.answers = Map.copyOf(answers);
    }

    private record Answer(List<IPAddress> addresses, Duration after) {}

    /**
     * Reads them.
     *
     * @param names for each name {@code addresses}, and {@code after_ms} if the answer takes time
     * @param pointer where they stand
     * @throws ProblemException {@code invalid-request} (422) if something that should be an address is none
     */
    public static StatedNames read(JsonNode names, String pointer) {
        Map<String, Answer> answers = new TreeMap<>();
        names.properties().forEach(it -> {
            JsonNode answer = it.getValue();
            answers.put(
                    it.getKey().toLowerCase(Locale.ROOT),
                    new Answer(
                            addresses(answer.path("addresses"), Json.at(pointer, it.getKey()) + "/addresses"),
                            Duration.ofMillis(answer.path("after_ms").asLong(0))));
        });
        return new StatedNames(answers);
    }

    private static List<IPAddress> addresses(JsonNode texts, String pointer) {
        List<IPAddress> addresses = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i).textValue();
            String place = pointer + "/" + i;
            addresses.add(Block.address(text)
                    .orElseThrow(() -> Problem.invalid(place, "no-address", "`%s` is no IP address".formatted(text))
                            .asException()));
        }
        return addresses;
    }

    /** What is stated of each; a name of which nothing is stated is answered by nobody. */
    @Override
    public CompletionStage<Map<String, HostAddresses>> find(Collection<String> names, Duration limit) {
        Map<String, HostAddresses> found = new TreeMap<>();
        names.forEach(it -> found.put(it, within(limit, answers.get(it))));
        return CompletableFuture.completedFuture(found);
    }

    private static HostAddresses within(Duration limit, @Nullable Answer answer) {
        if (answer == null || answer.after().compareTo(limit) >= 0) {
            return HostAddresses.UNANSWERED;
        }
        HostAddresses found = new HostAddresses(State.FOUND, answer.addresses());
        return found.addresses().isEmpty() ? HostAddresses.NONE : found;
    }
}
