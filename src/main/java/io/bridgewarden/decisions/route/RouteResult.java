package io.bridgewarden.decisions.route;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Because;
import io.bridgewarden.decisions.Parts;
import io.bridgewarden.decisions.Warning;
import io.bridgewarden.documents.Json;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The route decision as it is answered.
 *
 * @param ours whether the fetch is answered here
 * @param context the context that it is for; null if no rule says so
 * @param deadline how long a route may take, in milliseconds; null where none is asked for
 * @param checkDeadline how long the authorization check may take, in milliseconds; null where there is none
 * @param reply {@code route}, {@code error}, {@code pending}, or {@code none} where the fetch is not answered here
 * @param error code and text of the error; null for another reply
 * @param method what is to be done with the call; null where no route goes out
 * @param routeVars custom channel variables of the route that goes out; null where none does
 * @param ringback what the caller hears while somebody rings; null where no route came
 * @param transferRingback the same while the call is transferred
 * @param detectInbandDtmf whether the switch listens for keys in the sound of the call
 * @param asked whether the limits service was asked, or has to be
 * @param rated whether a rate is looked up
 * @param hangupCause what the channel is to be ended with; null if it goes on
 * @param waited how long the reply waits for the check, in whole seconds
 * @param authz the decision about the channel; null where there is none
 * @param because why each part is as it is
 * @param warnings what of the route was not read as it is written
 */
record RouteResult(
        @JsonProperty("ours") boolean ours,
        @JsonProperty("context") @Nullable String context,
        @JsonProperty("deadline_ms") @Nullable Long deadline,
        @JsonProperty("check_deadline_ms") @Nullable Long checkDeadline,
        @JsonProperty("reply") String reply,
        @JsonProperty("error") @Nullable String error,
        @JsonProperty("method") @Nullable String method,
        @JsonProperty("route_vars") @Nullable ObjectNode routeVars,
        @JsonProperty("ringback") @Nullable String ringback,
        @JsonProperty("transfer_ringback") @Nullable String transferRingback,
        @JsonProperty("detect_inband_dtmf") boolean detectInbandDtmf,
        @JsonProperty("asked") boolean asked,
        @JsonProperty("rated") boolean rated,
        @JsonProperty("hangup_cause") @Nullable String hangupCause,
        @JsonProperty("waited_s") long waited,
        @JsonProperty("authz") @Nullable Object authz,
        @JsonProperty("because") List<Because> because,
        @JsonProperty("warnings") List<Warning> warnings) {
    // A switch that is left without an answer keeps the caller in silence.
    static final String NO_RULE = "500 No rule says what is done";
    private static final String AUTHORIZED = "Channel-Authorized";

    /**
     * Weighs conclusions.
     *
     * <p>A fetch that no rule takes is left to others. One that is taken, and that no rule says how to answer, is answered
     * with an error; where rules say several things, an error outweighs the rest.
     *
     * @param check what the authorization check said; null where it was not asked
     */
    static RouteResult resolve(RouteRequest request, Parts parts, Authorization.@Nullable Answer check) {
        boolean ours = parts.one(TakeFetch.class).isPresent();
        Optional<Answering> answering = ours ? parts.one(Answering.class) : Optional.empty();
        Outgoing out = Outgoing.of(ours, answering, request, check);
        Authorization.@Nullable Answer done = out.reply.equals(Outgoing.PENDING) ? null : check;
        return new RouteResult(
                ours,
                parts.one(FetchContext.class).map(FetchContext::name).orElse(null),
                parts.one(Deadline.class).map(Deadline::milliseconds).orElse(null),
                parts.one(CheckDeadline.class).map(CheckDeadline::milliseconds).orElse(null),
                out.reply,
                out.error,
                out.method,
                out.variables,
                ringback(parts, Ringback.Occasion.RINGING),
                ringback(parts, Ringback.Occasion.TRANSFER),
                parts.one(DetectInbandDtmf.class).isPresent(),
                check != null && check.asked(),
                done != null && done.rated(),
                done == null ? null : done.hangupCause(),
                parts.one(Wait.class)
                        .map(it -> TimeUnit.MILLISECONDS.toSeconds(it.milliseconds()))
                        .orElse(0L),
                done == null ? null : done.decision(),
                parts.because(),
                request.warnings());
    }

    private static @Nullable String ringback(Parts parts, Ringback.Occasion occasion) {
        return parts.all(Ringback.class).stream()
                .filter(it -> it.occasion() == occasion)
                .map(Ringback::media)
                .findFirst()
                .orElse(null);
    }

    /** What goes out to the switch. */
    private record Outgoing(
            String reply,
            @Nullable String error,
            @Nullable String method,
            @Nullable ObjectNode variables) {
        static final String PENDING = "pending";

        static Outgoing of(
                boolean ours,
                Optional<Answering> answering,
                RouteRequest request,
                Authorization.@Nullable Answer check) {
            if (answering.isEmpty()) {
                return ours ? error(NO_RULE) : new Outgoing("none", null, null, null);
            }
            ObjectNode variables = request.routeVars().deepCopy();
            return switch (answering.get().kind()) {
                case ERROR -> error(Objects.requireNonNullElse(answering.get().error(), NO_RULE));
                case PENDING -> new Outgoing(PENDING, null, null, null);
                case PARK -> route("park", Json.mapper().createObjectNode());
                case ROUTE_AS_IT_IS -> route(request.route().method(), variables);
                case ROUTE_MARKED -> route(request.route().method(), variables.put(AUTHORIZED, "true"));
                case ROUTE_WITH_VARIABLES -> route(request.route().method(), merged(variables, check));
            };
        }

        private static Outgoing error(String error) {
            return new Outgoing("error", error, null, null);
        }

        private static Outgoing route(@Nullable String method, ObjectNode variables) {
            return method == null ? error(NO_RULE) : new Outgoing("route", null, method, variables);
        }

        private static ObjectNode merged(ObjectNode variables, Authorization.@Nullable Answer check) {
            if (check != null && check.variables() != null) {
                check.variables().properties().stream()
                        .filter(it -> !variables.has(it.getKey()))
                        .forEach(it -> variables.set(it.getKey(), it.getValue()));
            }
            return variables;
        }
    }
}
