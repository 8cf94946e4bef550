package io.bridgewarden.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.facts.Aor;
import io.bridgewarden.facts.Registration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Conformance cases, and just enough of the decision to know what each of them dials. */
final class Cases {
    private static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");

    private Cases() {}

    static JsonNode read(String file) {
        try (InputStream in = Cases.class.getResourceAsStream("/conformance/" + file)) {
            return Json.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> all(String file) {
        JsonNode cases = read(file);
        return StreamSupport.stream((cases.isArray() ? cases : cases.get("cases")).spliterator(), false);
    }

    /** The case of that id. */
    static JsonNode one(String file, String id) {
        return all(file)
                .filter(c -> c.get("id").textValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static DialSettings settings(JsonNode c) {
        DialSettings.Builder builder = DialSettings.builder();
        JsonNode config = c.get("config");
        if (config.get("freeswitch_context") != null) {
            builder.freeswitchContext(config.get("freeswitch_context").textValue());
        }
        if (config.get("network_map") instanceof ObjectNode map) {
            builder.networkMap(NetworkMap.of(map));
        }
        if (config.get("sanitize_fs_value_regex") != null) {
            builder.names(NameCleaner.of(config.get("sanitize_fs_value_regex").textValue()));
        }
        if (config.get("expandable_macros") instanceof ObjectNode macros) {
            builder.expandableMacros(texts(macros));
        }
        JsonNode other = c.path("config_other");
        if (other.at("/number_manager/e164_converters") instanceof ObjectNode converters) {
            builder.numbers(NumberRules.of(converters));
        }
        builder.useSipPrivacyHeader(other.at("/privacy/use_sip_privacy_header").asBoolean(true));
        if (c.get("media") instanceof ObjectNode media) {
            builder.media(new MediaPaths(texts(media), false, false, true, false));
        }
        return builder.build();
    }

    private static Map<String, String> texts(ObjectNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties()
                .forEach(member -> texts.put(member.getKey(), member.getValue().textValue()));
        return texts;
    }

    static Registration registration(JsonNode r) {
        return new Registration(
                new Aor(r.get("username").textValue(), r.get("realm").textValue()),
                r.get("realm").textValue(),
                r.get("contact").textValue(),
                NOW.minusSeconds(r.get("age").longValue()),
                r.get("expires").longValue(),
                r.path("proxy_path").textValue(),
                r.path("proxy_protocol").textValue(),
                r.path("zone").textValue());
    }

    private static @Nullable DialContact contact(JsonNode c, ObjectNode endpoint) {
        String user = Optional.ofNullable(Members.text(endpoint, "To-Username"))
                .orElse(Optional.ofNullable(Members.text(endpoint, "To-User")).orElse(""));
        String realm = Optional.ofNullable(Members.text(endpoint, "To-Realm")).orElse("");
        long allowance = c.get("config").path("expires_deviation_time").asLong(180);
        return StreamSupport.stream(c.get("registrations").spliterator(), false)
                .map(Cases::registration)
                .filter(r -> r.aor().user().equalsIgnoreCase(user) && r.realm().equalsIgnoreCase(realm))
                .filter(r -> r.expires() > 0 && !NOW.isAfter(r.expiresAt().plusSeconds(allowance)))
                .min(Comparator.comparing((Registration r) -> r.zone() != null)
                        .thenComparing(Registration::registeredAt, Comparator.reverseOrder()))
                .flatMap(DialContact::of)
                .orElse(null);
    }

    private static boolean isBusy(JsonNode c, ObjectNode endpoint) {
        JsonNode vars = endpoint.path("Custom-Channel-Vars");
        return Members.isTrue(vars.get("Call-Waiting-Disabled"))
                && vars.get("Owner-ID") != null
                && StreamSupport.stream(c.get("busy_owners").spliterator(), false)
                        .anyMatch(owner -> owner.equals(vars.get("Owner-ID")));
    }

    /** What is dialled for an endpoint that the expectation names: itself if it can be reached, else its failover. */
    static BridgeLeg dialled(JsonNode c, int index, ObjectNode endpoint, boolean keepBypassMedia) {
        ObjectNode failover = Members.object(endpoint, "Failover");
        if (failover == null || isReachable(c, endpoint)) {
            LegOptions options = new LegOptions(isBusy(c, endpoint), keepBypassMedia);
            return new BridgeLeg(index, null, contact(c, endpoint), options);
        }
        ObjectNode next = Members.object(failover, "Failover");
        while (next != null && !isReachable(c, failover)) {
            failover = next;
            next = Members.object(failover, "Failover");
        }
        return new BridgeLeg(index, failover, contact(c, failover), LegOptions.PLAIN);
    }

    private static boolean isReachable(JsonNode c, ObjectNode endpoint) {
        return new DialStrings(settings(c))
                .leg(endpoint, contact(c, endpoint), LegOptions.PLAIN)
                .isPresent();
    }

    static List<Integer> indexes(JsonNode from) {
        List<Integer> indexes = new ArrayList<>();
        from.forEach(index -> indexes.add(index.intValue()));
        return indexes;
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.textValue()));
        return texts;
    }

    /** What the rules conclude about how the legs of a request ring. */
    static String separator(ObjectNode request) {
        boolean together =
                "simultaneous".equals(request.path("Dial-Endpoint-Method").asText());
        return together && request.path("Endpoints").size() > 1 ? "," : "|";
    }
}
