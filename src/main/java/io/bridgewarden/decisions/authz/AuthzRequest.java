package io.bridgewarden.decisions.authz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.facts.AuthzChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An authorization request, read.
 *
 * @param channel the channel as rules see it
 * @param variables its Custom-Channel-Vars
 * @param destination the number called, as dialled
 * @param callId the channel's id, if it says so
 * @param callerNumber who calls, if the channel says so
 * @param callSetup whether only a yes or no is wanted: an allowed channel is handed no variables back
 * @param region country of the account, if the request says so
 * @param answer what the limits service said; null for no answer
 * @param asksLimits whether the request brings limits to be asked in place of an answer
 * @param rating what the rating service said; null for no answer
 */
record AuthzRequest(
        AuthzChannel channel,
        ObjectNode variables,
        String destination,
        @Nullable String callId,
        @Nullable String callerNumber,
        boolean callSetup,
        @Nullable String region,
        @Nullable ObjectNode answer,
        boolean asksLimits,
        @Nullable ObjectNode rating) {

    /** @throws ProblemException 422 if the channel names no number that is called */
    static AuthzRequest read(ObjectNode json) {
        JsonNode channel = json.path("channel");
        ObjectNode variables = channel.get("Custom-Channel-Vars") instanceof ObjectNode object
                ? object
                : Json.mapper().createObjectNode();
        String destination = text(variables, "E164-Destination")
                .or(() -> text(variables, "Original-Number"))
                .or(() -> text(channel, "Number"))
                .orElseThrow(() -> Problem.invalid(
                                "#/channel",
                                "no-number",
                                "`Number` is needed, for nobody can tell whether help is called")
                        .asException());
        return new AuthzRequest(
                channel(channel, variables),
                variables,
                destination,
                text(channel, "Call-ID").orElse(null),
                text(channel, "Caller-ID-Number").orElse(null),
                isTrue(channel.path("Call-Setup")),
                text(json, "region").orElse(null),
                json.get("answer") instanceof ObjectNode it ? it : null,
                !json.has("answer") && (json.has("account") || json.has("reseller")),
                json.get("rating") instanceof ObjectNode it ? it : null);
    }

    private static AuthzChannel channel(JsonNode channel, ObjectNode variables) {
        return new AuthzChannel(
                text(channel, "Application-Logical-Direction")
                        .or(() -> text(variables, "Application-Logical-Direction"))
                        .or(() -> text(channel, "Call-Direction"))
                        .orElse(null),
                text(channel, "Dialed").or(() -> user(channel)).orElse(null),
                isTrue(channel.path("Recovered")),
                text(variables, "Channel-Authorized").orElse(null),
                text(variables, "Authorizing-ID").orElse(null),
                text(variables, "Authorizing-Type").orElse(null),
                text(variables, "Resource-ID").orElse(null),
                text(variables, "Global-Resource").map("true"::equals).orElse(true),
                text(channel, "Resource-Type").orElse("audio"),
                text(variables, "Account-ID").orElse(null),
                text(variables, "Reseller-ID").orElse(null));
    }

    private static Optional<String> user(JsonNode channel) {
        return text(channel, "Request").filter(it -> it.indexOf('@') >= 0).map(it -> it.substring(0, it.indexOf('@')));
    }

    /** A member as text; empty if it is absent or null. An empty text is a value. */
    static Optional<String> text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(value.isValueNode() ? value.asText() : value.toString());
    }

    static boolean isTrue(JsonNode value) {
        return value.isValueNode() && value.asText().equals("true");
    }
}
