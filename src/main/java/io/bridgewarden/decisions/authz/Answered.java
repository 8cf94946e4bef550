package io.bridgewarden.decisions.authz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.facts.CallBilling;
import io.bridgewarden.facts.LimitsReply;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a channel's account once the limits service was heard: the channel's variables, and over them those
 * of an answer that counts.
 */
final class Answered {
    private static final List<String> OF_ACCOUNT = List.of("Account-ID", "Account-Billing", "Account-Trunk-Usage");
    private static final List<String> OF_RESELLER = List.of("Reseller-ID", "Reseller-Billing", "Reseller-Trunk-Usage");
    private static final Set<String> YES_OR_NO = Set.of("true", "false");

    private final ObjectNode variables;
    private final JsonNode message;
    private final Map<String, String> known = new LinkedHashMap<>();

    /** @param message the answer; null for none. One without a readable Is-Authorized is none */
    Answered(ObjectNode variables, @Nullable ObjectNode message) {
        this.variables = variables;
        this.message = message != null
                        && YES_OR_NO.contains(
                                AuthzRequest.text(message, "Is-Authorized").orElse(""))
                ? message
                : MissingNode.getInstance();
        OF_ACCOUNT.forEach(it -> know(it, variables));
        OF_RESELLER.forEach(it -> know(it, variables));
        JsonNode usage = this.message.path("Custom-Channel-Vars");
        know("Account-ID", this.message);
        know("Account-Billing", this.message);
        know("Account-Trunk-Usage", usage);
        know("Reseller-Trunk-Usage", usage);
        Optional<String> reseller = AuthzRequest.text(this.message, "Reseller-ID");
        if (reseller.isPresent() && !reseller.get().equals(known.get("Account-ID"))) {
            know("Reseller-ID", this.message);
            know("Reseller-Billing", this.message);
        }
    }

    private void know(String name, JsonNode from) {
        AuthzRequest.text(from, name).ifPresent(it -> known.put(name, it));
    }

    /** Whether there is an answer that counts. */
    boolean answered() {
        return message.isObject();
    }

    Optional<LimitsReply> reply() {
        return answered()
                ? Optional.of(new LimitsReply(
                        AuthzRequest.isTrue(message.path("Is-Authorized")),
                        AuthzRequest.isTrue(message.path("Soft-Limit"))))
                : Optional.empty();
    }

    CallBilling billing() {
        return new CallBilling(known.get("Account-Billing"), known.get("Reseller-Billing"));
    }

    /** The variables an allowed channel is handed back (reference, authz 4.2). */
    ObjectNode returned() {
        ObjectNode returned = Json.mapper().createObjectNode();
        known.forEach(returned::put);
        // Absent counts as false here, unlike on the ladder: what is handed back is what upstream writes.
        returned.put("Global-Resource", AuthzRequest.isTrue(variables.path("Global-Resource")));
        return returned.put("Channel-Authorized", "true");
    }

    /** The variables written to a denied channel, so that its call record explains why (reference, authz 4.3). */
    Map<String, String> denial() {
        Map<String, String> denial = new LinkedHashMap<>();
        for (String party : List.of("Account", "Reseller")) {
            AuthzRequest.text(message, party + "-ID")
                    .or(() -> AuthzRequest.text(variables, party + "-ID"))
                    .ifPresent(it -> denial.put(party + "-ID", it));
            AuthzRequest.text(message, party + "-Billing").ifPresent(it -> denial.put(party + "-Billing", it));
        }
        return denial;
    }

    /** What the rating service is asked (reference, authz 5). */
    ObjectNode ratingRequest(AuthzRequest request) {
        ObjectNode rating = Json.mapper().createObjectNode();
        rating.put("To-DID", request.destination());
        put(rating, "From-DID", request.callerNumber());
        put(rating, "Call-ID", request.callId());
        put(rating, "Account-ID", known.get("Account-ID"));
        put(rating, "Direction", request.channel().direction());
        put(rating, "Resource-ID", request.channel().resourceId());
        put(rating, "Authorizing-Type", request.channel().authorizingType());
        ArrayNode flags = flags(message.path("Custom-Channel-Vars").path("Outbound-Flags"));
        if (!flags.isEmpty()) {
            rating.set("Outbound-Flags", flags);
        }
        return rating.put("Send-Empty", true);
    }

    private static ArrayNode flags(JsonNode given) {
        ArrayNode flags = Json.mapper().createArrayNode();
        if (given.isArray()) {
            given.forEach(it -> flags.add(it.isValueNode() ? it.asText() : it.toString()));
        } else if (given.isTextual()) {
            Arrays.stream(given.textValue().split("\\|", -1))
                    .filter(it -> !it.isEmpty())
                    .forEach(flags::add);
        }
        return flags;
    }

    private static void put(ObjectNode object, String name, @Nullable String value) {
        if (value != null) {
            object.put(name, value);
        }
    }
}
