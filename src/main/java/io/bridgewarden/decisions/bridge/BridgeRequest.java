package io.bridgewarden.decisions.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.dialect.RequestChecks;
import io.bridgewarden.documents.Json;
import io.bridgewarden.facts.Aor;
import io.bridgewarden.facts.BridgeCommandRequest;
import io.bridgewarden.facts.Endpoint;
import io.bridgewarden.facts.EndpointId;
import io.bridgewarden.facts.Lifetime;
import io.bridgewarden.facts.Registration;
import io.bridgewarden.facts.RequestFault;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A bridge request, read.
 *
 * @param command the whole KAZOO bridge request; null where legs alone are asked for
 * @param endpoints every endpoint by id, nested Failovers after the one they are nested in
 * @param documents the endpoints as they came, by id
 * @param size how many endpoints the list has
 * @param registrations those the request brings, in its order
 * @param busyOwners owners with a channel up, without those that are nobody
 * @param separator what legs are joined with, if the request says so itself
 * @param dialMethod {@code single} or {@code simultaneous}, if it says so
 * @param callerProfile SIP profile of the caller's channel, if it says so
 */
record BridgeRequest(
        @Nullable ObjectNode command,
        Map<EndpointId, Endpoint> endpoints,
        Map<EndpointId, ObjectNode> documents,
        int size,
        List<Registration> registrations,
        Set<String> busyOwners,
        @Nullable String separator,
        @Nullable String dialMethod,
        @Nullable String callerProfile) {

    static BridgeRequest read(ObjectNode json, Instant now, EndpointReader reader) {
        ObjectNode command = (ObjectNode) json.get("request");
        JsonNode list = command == null ? json.path("endpoints") : command.path("Endpoints");
        Map<EndpointId, Endpoint> endpoints = new LinkedHashMap<>();
        Map<EndpointId, ObjectNode> documents = new LinkedHashMap<>();
        int index = 0;
        for (JsonNode it : list) {
            EndpointId id = new EndpointId(index++, 0);
            // What is no object has no members, so no rule can accept it.
            ObjectNode document =
                    it instanceof ObjectNode object ? object : Json.mapper().createObjectNode();
            EndpointId of = null;
            while (document != null) {
                endpoints.put(id, reader.read(id, of, document));
                documents.put(id, document);
                of = id;
                id = id.failover();
                document = document.get("Failover") instanceof ObjectNode failover ? failover : null;
            }
        }
        return new BridgeRequest(
                command,
                endpoints,
                documents,
                index,
                registrations(json.path("registrations"), now),
                busyOwners(json.path("busy_owners")),
                text(json, "separator"),
                command == null ? text(json, "dial_method") : text(command, "Dial-Endpoint-Method"),
                text(json.path("channel"), "profile"));
    }

    /** The addresses of record that endpoints without a fixed address name, each once. */
    Set<Aor> addresses() {
        Set<Aor> addresses = new LinkedHashSet<>();
        for (Endpoint endpoint : endpoints.values()) {
            if (endpoint.aor() != null && endpoint.toIp() == null && "sip".equals(endpoint.type())) {
                addresses.add(endpoint.aor());
            }
        }
        return addresses;
    }

    /** The frame of the whole request as a fact; null where legs alone are asked for. */
    @Nullable
    BridgeCommandRequest frame() {
        if (command == null) {
            return null;
        }
        String profile = text(command, "SIP-Interface");
        return new BridgeCommandRequest(
                text(command, "Media"),
                profile == null ? "sipinterface_1" : profile,
                callerProfile == null ? "sipinterface_1" : callerProfile);
    }

    /** The members of the whole request that hold what they cannot; none where legs alone are asked for. */
    List<RequestFault> faults() {
        return command == null
                ? List.of()
                : RequestChecks.faults(command).stream()
                        .map(it -> new RequestFault(it.member(), it.expected()))
                        .toList();
    }

    private static List<Registration> registrations(JsonNode list, Instant now) {
        List<Registration> registrations = new ArrayList<>();
        for (JsonNode it : list) {
            Registration registration = registration(it, now);
            if (registration != null) {
                registrations.add(registration);
            }
        }
        return registrations;
    }

    // An empty user or realm is nobody's address, so such a registration can never be found.
    private static @Nullable Registration registration(JsonNode json, Instant now) {
        String user = json.path("username").asText();
        String realm = json.path("realm").asText();
        if (user.isBlank() || realm.isBlank()) {
            return null;
        }
        JsonNode until = json.get("expires_at");
        Lifetime lifetime = until == null
                ? new Lifetime(
                        now.minusSeconds(json.path("age").asLong()),
                        json.path("expires").asLong())
                : Lifetime.until(OffsetDateTime.parse(until.textValue()).toInstant(), now);
        return new Registration(
                new Aor(user, realm),
                realm,
                json.path("contact").asText(),
                lifetime.registeredAt(),
                lifetime.expires(),
                text(json, "proxy_path"),
                text(json, "proxy_protocol"),
                text(json, "zone"));
    }

    private static Set<String> busyOwners(JsonNode list) {
        Set<String> owners = new LinkedHashSet<>();
        list.forEach(it -> {
            if (it.isTextual()) {
                owners.add(it.textValue());
            }
        });
        return owners;
    }

    /** The media that a request says where to find: URL by name. */
    static Map<String, String> media(ObjectNode json) {
        Map<String, String> media = new LinkedHashMap<>();
        json.path("media")
                .properties()
                .forEach(it -> media.put(it.getKey(), it.getValue().asText()));
        return media;
    }

    private static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.get(name);
        return value == null || !value.isTextual() || value.textValue().isEmpty() ? null : value.textValue();
    }
}
