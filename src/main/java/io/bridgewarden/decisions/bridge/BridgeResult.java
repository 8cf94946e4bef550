package io.bridgewarden.decisions.bridge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bridge decision as it is answered.
 *
 * @param outcome {@code dial}, {@code nobody} if no leg is left, {@code refused} if the request itself is
 * @param failover whether the call is diverted: at least one leg is a failover
 * @param legs what is dialled, in dial order
 * @param omitted what is not, by position in the request
 * @param separator what legs are joined with
 * @param bridgeString the legs joined: what the switch is given
 * @param command what surrounds the legs, where a whole request was posted
 * @param warnings what in the request was ignored, altered or likely a mistake
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BridgeResult(
        @JsonProperty("outcome") String outcome,
        @JsonProperty("failover") boolean failover,
        @JsonProperty("legs") List<Leg> legs,
        @JsonProperty("omitted") List<Omitted> omitted,
        @JsonProperty("separator") String separator,
        @JsonProperty("bridge_string") String bridgeString,
        @JsonProperty("command") @Nullable Command command,
        @JsonProperty("warnings") List<Warning> warnings) {

    /**
     * A leg.
     *
     * @param endpoint position in the request
     * @param channel its dial string
     * @param reason why it can be dialled
     * @param rule the rule that says so
     * @param via {@code failover} if the endpoint's Failover is dialled in its place
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Leg(
            @JsonProperty("endpoint") int endpoint,
            @JsonProperty("channel") String channel,
            @JsonProperty("reason") String reason,
            @JsonProperty("rule") String rule,
            @JsonProperty("via") @Nullable String via) {}

    /**
     * What surrounds the legs of a whole request.
     *
     * @param refused why nothing is bridged, in KAZOO's words; then there is nothing else
     * @param before commands before the bridge is prepared
     * @param applications applications with their arguments, in order, the bridge itself among them
     * @param separator what legs are joined with
     * @param channelVariables block of variables that hold for all legs
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Command(
            @JsonProperty("refused") @Nullable String refused,
            @JsonProperty("before") @Nullable List<String> before,
            @JsonProperty("applications") List<String> applications,
            @JsonProperty("separator") @Nullable String separator,
            @JsonProperty("channel_variables") @Nullable String channelVariables) {}

    /** An endpoint that is not dialled, and the rule that says why. */
    record Omitted(
            @JsonProperty("endpoint") int endpoint,
            @JsonProperty("reason") String reason,
            @JsonProperty("rule") String rule) {}

    /** Something about the request that its author should know. */
    record Warning(
            @JsonProperty("pointer") String pointer,
            @JsonProperty("code") String code,
            @JsonProperty("detail") String detail) {}
}
