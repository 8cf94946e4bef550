package io.bridgewarden.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A bridge request whose endpoints have given up what all of them share (reference, bridge 15.5).
 *
 * @param request the request with the shared members, which replace its own
 * @param endpoints the endpoints without them
 */
record SharedMembers(ObjectNode request, List<ObjectNode> endpoints) {
    /** Objects of variables, each of which moves by itself. */
    private static final Set<String> VARIABLES =
            Set.of("Custom-Channel-Vars", "Custom-Application-Vars", "Custom-SIP-Headers");

    private static final Set<String> ADDRESSING = Set.of(
            "Endpoint-Options",
            "Endpoint-Type",
            "Failover",
            "Forward-IP",
            "Invite-Format",
            "Proxy-IP",
            "Proxy-Zone",
            "Route",
            "SIP-Interface",
            "SIP-Transport",
            "To-DID",
            "To-IP",
            "To-Realm",
            "To-User",
            "To-Username");
    private static final Set<String> CONFIRMING =
            Set.of("Confirm-Cancel-Timeout", "Confirm-File", "Confirm-Key", "Confirm-Read-Timeout");
    /** Each leg asks for its own privacy; the channel would ask for it only beside an asserted identity. */
    private static final Set<String> HIDING = Set.of(
            "Privacy-Hide-Name",
            "Privacy-Hide-Number",
            "Caller-Privacy-Hide-Name",
            "Caller-Privacy-Hide-Number",
            "privacy",
            "privacy_mode",
            "caller_id_options");

    static SharedMembers lift(ObjectNode request, List<ObjectNode> endpoints) {
        if (endpoints.size() < 2) {
            return new SharedMembers(request, endpoints);
        }
        ObjectNode lifted = copy(request);
        List<ObjectNode> rest = new ArrayList<>(endpoints);
        for (Map.Entry<String, JsonNode> member : endpoints.get(0).properties()) {
            String name = member.getKey();
            if (staysOnLeg(name)) {
                continue;
            }
            if (VARIABLES.contains(name) && member.getValue() instanceof ObjectNode object) {
                liftWithin(name, object, endpoints, lifted, rest);
            } else if (endpoints.stream().allMatch(e -> member.getValue().equals(e.get(name)))) {
                lifted.set(name, member.getValue());
                rest.replaceAll(e -> without(e, name));
            }
        }
        return new SharedMembers(lifted, List.copyOf(rest));
    }

    private static void liftWithin(
            String name, ObjectNode first, List<ObjectNode> endpoints, ObjectNode lifted, List<ObjectNode> rest) {
        boolean variables = name.equals("Custom-Channel-Vars");
        for (Map.Entry<String, JsonNode> member : first.properties()) {
            String inner = member.getKey();
            if (variables && (inner.equals("Is-Failover") || CONFIRMING.contains(inner) || HIDING.contains(inner))) {
                continue;
            }
            if (endpoints.stream()
                    .allMatch(e -> member.getValue().equals(e.path(name).get(inner)))) {
                ObjectNode object = lifted.get(name) instanceof ObjectNode own ? copy(own) : empty();
                lifted.set(name, object.set(inner, member.getValue()));
                rest.replaceAll(e -> copy(e).set(name, without((ObjectNode) e.path(name), inner)));
            }
        }
    }

    private static boolean staysOnLeg(String name) {
        return ADDRESSING.contains(name)
                || CONFIRMING.contains(name)
                || HIDING.contains(name)
                || name.equals("Endpoint-Actions");
    }

    private static ObjectNode without(ObjectNode object, String name) {
        ObjectNode copy = copy(object);
        copy.remove(name);
        return copy;
    }

    static ObjectNode copy(ObjectNode object) {
        return empty().setAll(object);
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
