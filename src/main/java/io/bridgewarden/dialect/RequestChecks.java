package io.bridgewarden.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What KAZOO asks of a bridge request as a whole ({@code kapi_dialplan}, bridge). An absent member passes. */
public final class RequestChecks {
    /** Members that take one of a few words. */
    public static final Map<String, Set<String>> ALLOWED_VALUES = Map.of(
            "Event-Category", Set.of("call"),
            "Event-Name", Set.of("command"),
            "Application-Name", Set.of("bridge"),
            "Dial-Endpoint-Method", Set.of("single", "simultaneous"),
            "Media", Set.of("process", "bypass", "auto"),
            "SIP-Transport", Set.of("udp", "tcp", "tls"),
            "Enable-T38-Gateway", Set.of("self", "peer"),
            "Insert-At", Set.of("head", "tail", "flush", "now"));

    /** Members that take an object. */
    public static final Set<String> OBJECTS =
            Set.of("Custom-Application-Vars", "Custom-Channel-Vars", "Custom-SIP-Headers", "Bridge-Actions");

    /** Members that take true or false, or either as text. */
    public static final Set<String> BOOLEANS = Set.of("Secure-RTP", "Continue-After");

    /** Members that take a list. */
    public static final Set<String> LISTS = Set.of("SIP-Invite-Parameters", "B-Leg-Events");

    static final String INVALID = "bridge failed to execute as JObj did not validate";
    static final String NO_ENDPOINTS = "bridge request had no endpoints";
    static final String NOBODY = "registrar returned no endpoints";

    private RequestChecks() {}

    /**
     * One member that does not pass.
     *
     * @param member its name
     * @param expected what it takes, for people
     */
    public record Fault(String member, String expected) {}

    /** Every member that does not pass, by name. */
    public static List<Fault> faults(ObjectNode request) {
        List<Fault> faults = new ArrayList<>();
        new TreeMap<>(ALLOWED_VALUES).forEach((member, values) -> {
            JsonNode value = request.get(member);
            if (value != null && !(value.isTextual() && values.contains(value.textValue()))) {
                faults.add(new Fault(
                        member,
                        "one of " + String.join(", ", values.stream().sorted().toList())));
            }
        });
        check(request, OBJECTS, JsonNode::isObject, "an object", faults);
        check(request, BOOLEANS, RequestChecks::isBoolean, "true or false", faults);
        check(request, LISTS, JsonNode::isArray, "a list", faults);
        JsonNode endpoints = request.get("Endpoints");
        if (endpoints == null || !endpoints.isArray() || !areObjects(endpoints)) {
            faults.add(new Fault("Endpoints", "a list of objects"));
        }
        return List.copyOf(faults);
    }

    /** Why a request is refused before anybody asks whom it would reach, in KAZOO's words. */
    public static Optional<String> refusal(ObjectNode request) {
        if (!faults(request).isEmpty()) {
            return Optional.of(INVALID);
        }
        return request.path("Endpoints").isEmpty() ? Optional.of(NO_ENDPOINTS) : Optional.empty();
    }

    private static void check(
            ObjectNode request, Set<String> members, Predicate<JsonNode> test, String expected, List<Fault> faults) {
        for (String member : members.stream().sorted().toList()) {
            JsonNode value = request.get(member);
            if (value != null && !test.test(value)) {
                faults.add(new Fault(member, expected));
            }
        }
    }

    private static boolean isBoolean(JsonNode value) {
        return value.isBoolean() || Members.isTrue(value) || value.asText().equals("false");
    }

    private static boolean areObjects(JsonNode list) {
        for (JsonNode item : list) {
            if (!item.isObject()) {
                return false;
            }
        }
        return true;
    }
}
