package io.bridgewarden.decisions.bridge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import java.util.List;
import java.util.Random;

/** Bridge requests of every shape, from a few users and numbers so that they collide. */
final class RandomRequests {
    private static final List<String> FORMATS = List.of(
            "username", "username", "username", "contact", "e164", "npan", "1npan", "route", "loopback", "loopback");
    private static final List<String> USERS = List.of("alice", "bob", "carol", "Alice", "dave", "");
    private static final List<String> REALMS = List.of("acme.example", "ACME.example", "other.example");
    private static final List<String> ROUTES =
            List.of("+12025550100", "+12025550101", "2001", "sip:+12025550102@carrier.example", "loopback/2002", "a,b");

    private final Random random;

    private RandomRequests(long seed) {
        this.random = new Random(seed);
    }

    static ObjectNode of(long seed) {
        return new RandomRequests(seed).request();
    }

    private ObjectNode request() {
        ObjectNode request = Json.mapper().createObjectNode();
        request.putObject("config").put("failover_when_all_unreg", random.nextBoolean());
        if (oneIn(4)) {
            ((ObjectNode) request.get("config")).put("use_bypass_media_after_bridge", random.nextBoolean());
        }
        request.put("dial_method", oneIn(2) ? "simultaneous" : "single");
        ArrayNode endpoints = request.putArray("endpoints");
        for (int i = random.nextInt(7); i > 0; i--) {
            endpoints.add(endpoint(0));
        }
        ArrayNode registrations = request.putArray("registrations");
        for (int i = random.nextInt(5); i > 0; i--) {
            registrations.add(registration());
        }
        ArrayNode busy = request.putArray("busy_owners");
        for (int i = random.nextInt(3); i > 0; i--) {
            busy.add(oneIn(4) ? null : one(List.of("u1", "u2")));
        }
        return request;
    }

    private ObjectNode endpoint(int depth) {
        ObjectNode endpoint = Json.mapper().createObjectNode();
        if (!oneIn(20)) {
            endpoint.put("Invite-Format", oneIn(30) ? "strip_plus" : one(FORMATS));
        }
        maybe(endpoint, "Endpoint-Type", 8, List.of("sip", "freetdm", "skype", "pstn"));
        maybe(endpoint, "To-User", 1, USERS);
        maybe(endpoint, "To-Username", 3, USERS);
        maybe(endpoint, "To-Realm", 1, REALMS);
        maybe(endpoint, "To-IP", 6, List.of("192.0.2.1", "192.0.2.2", "192.0.2.3 ,"));
        maybe(endpoint, "To-DID", 3, List.of("12025550100", "2025550101", "0"));
        maybe(endpoint, "Route", 2, ROUTES);
        maybe(endpoint, "Proxy-IP", 8, List.of("198.51.100.5", "sip:198.51.100.6:5080"));
        maybe(endpoint, "SIP-Transport", 8, List.of("udp", "tls", "TLS"));
        maybe(endpoint, "Bypass-Media", 8, List.of("true", "false", "yes"));
        if (oneIn(2)) {
            ObjectNode variables = endpoint.putObject("Custom-Channel-Vars");
            maybe(variables, "Is-Failover", 3, List.of("true", "false", "True"));
            maybe(variables, "Owner-ID", 2, List.of("u1", "u2"));
            maybe(variables, "Call-Waiting-Disabled", 3, List.of("true", "false"));
        }
        if (depth < 3 && oneIn(2)) {
            endpoint.set("Failover", oneIn(8) ? Json.mapper().createObjectNode() : endpoint(depth + 1));
        }
        return endpoint;
    }

    private ObjectNode registration() {
        String user = one(USERS.subList(0, 5));
        ObjectNode registration = Json.mapper().createObjectNode();
        registration.put("username", user).put("realm", one(REALMS));
        registration.put(
                "contact", oneIn(8) ? "nowhere at all" : "<sip:" + user + "@203.0.113." + random.nextInt(9) + ">");
        registration.put("expires", one(List.of(0, 60, 360))).put("age", one(List.of(0, 30, 30, 239, 240, 241, 541)));
        maybe(registration, "zone", 4, List.of("zone2", "zone3"));
        maybe(registration, "proxy_path", 3, List.of("sip:198.51.100.5:5060;lr"));
        return registration;
    }

    private void maybe(ObjectNode object, String name, int oneIn, List<String> values) {
        if (oneIn(oneIn)) {
            object.put(name, one(values));
        }
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
