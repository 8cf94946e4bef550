package io.bridgewarden.decisions.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.dialect.DialStrings;
import io.bridgewarden.dialect.Members;
import io.bridgewarden.facts.Aor;
import io.bridgewarden.facts.Endpoint;
import io.bridgewarden.facts.EndpointId;
import io.bridgewarden.facts.EndpointIdentity;
import io.bridgewarden.facts.Kind;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a KAZOO bridge endpoint into the fact that rules match (reference, bridge 1 and 6). */
final class EndpointReader {
    private static final String DEFAULT_PROFILE = "sipinterface_1";

    private final DialStrings dialStrings;

    /** @param dialStrings knows which addresses can be dialled */
    EndpointReader(DialStrings dialStrings) {
        this.dialStrings = dialStrings;
    }

    Endpoint read(EndpointId id, @Nullable EndpointId failoverOf, ObjectNode json) {
        String inviteFormat = Members.given(json, "Invite-Format");
        String endpointType = Members.given(json, "Endpoint-Type");
        JsonNode vars = json.get("Custom-Channel-Vars");
        Map<String, String> variables = vars instanceof ObjectNode object ? scalars(object) : Map.of();
        return new Endpoint(
                id,
                failoverOf,
                json.isEmpty(),
                identity(json),
                inviteFormat,
                endpointType,
                orElse(Members.text(json, "Invite-Format"), "username"),
                orElse(Members.text(json, "Endpoint-Type"), "sip"),
                Members.given(json, "SIP-Transport"),
                Members.given(json, "Enable-T38-Gateway"),
                Members.given(json, "Ignore-Early-Media"),
                Members.given(json, "Bypass-Media"),
                kind(json, "Custom-SIP-Headers"),
                kind(json, "Custom-Application-Vars"),
                kind(json, "Custom-Channel-Vars"),
                kind(json, "Endpoint-Options"),
                kind(json, "SIP-Invite-Parameters"),
                aor(json),
                Members.text(json, "To-User"),
                Members.text(json, "To-DID"),
                Members.text(json, "To-IP"),
                Members.text(json, "Route"),
                dialStrings.isDialable(json),
                orElse(Members.text(json, "SIP-Interface"), DEFAULT_PROFILE),
                variables.get("Is-Failover"),
                variables.get("Owner-ID"),
                variables.get("Call-Waiting-Disabled"),
                variables);
    }

    private static @Nullable Aor aor(ObjectNode json) {
        String username = Members.text(json, "To-Username");
        String user = username == null ? Members.text(json, "To-User") : username;
        String realm = Members.text(json, "To-Realm");
        return user == null || realm == null || user.isBlank() || realm.isBlank() ? null : new Aor(user, realm);
    }

    private static EndpointIdentity identity(ObjectNode json) {
        return new EndpointIdentity(
                raw(json, "Invite-Format"),
                raw(json, "To-User"),
                raw(json, "To-Username"),
                raw(json, "To-Realm"),
                raw(json, "To-DID"),
                raw(json, "To-IP"),
                raw(json, "Route"),
                raw(json, "Proxy-Zone"),
                raw(json, "Proxy-IP"));
    }

    private static String raw(ObjectNode json, String name) {
        JsonNode value = json.get(name);
        return value == null ? "" : value.toString();
    }

    private static Kind kind(ObjectNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null) {
            return Kind.ABSENT;
        }
        return switch (value.getNodeType()) {
            case OBJECT -> Kind.OBJECT;
            case ARRAY -> Kind.LIST;
            case BOOLEAN -> Kind.BOOLEAN;
            case NUMBER -> Kind.NUMBER;
            case NULL -> Kind.ABSENT;
            default -> Kind.TEXT;
        };
    }

    private static Map<String, String> scalars(ObjectNode object) {
        Map<String, String> scalars = new HashMap<>();
        object.properties().forEach(it -> {
            if (it.getValue().isValueNode() && !it.getValue().isNull()) {
                scalars.put(it.getKey(), it.getValue().asText());
            }
        });
        return scalars;
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
