package io.bridgewarden.decisions.authz;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Warning;
import io.bridgewarden.facts.NumberClass;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The authorization decision as it is answered.
 *
 * @param authorized whether the channel may exist
 * @param reason why
 * @param rule the rule that says so
 * @param row row of the ladder that decided, or that said to ask; null where none applies
 * @param asked whether the limits service was asked
 * @param answered whether it gave an answer that counts; null where it was not asked
 * @param rated whether a rate is looked up
 * @param returnedVars variables for the caller of the check; null for a bare answer
 * @param setVars custom channel variables to write to the channel
 * @param switchVars variables of the switch's own to write; absent if there are none
 * @param hangupCause what the channel is to be ended with; null if it goes on
 * @param killedBy {@code authorization} or {@code rating}; null if it goes on
 * @param hangupRule the rule that ends it; absent if it goes on
 * @param recordedAuthorized what is to be remembered of the channel
 * @param number what kind of number is called
 * @param ratingRequest what the rating service is asked; absent if it is not
 * @param limits what stood behind the answer, where limits came with the request
 * @param warnings what of the request was not read as it is written; absent if nothing
 */
record AuthzResult(
        @JsonProperty("authorized") boolean authorized,
        @JsonProperty("reason") String reason,
        @JsonProperty("rule") String rule,
        @JsonProperty("row") @Nullable Integer row,
        @JsonProperty("asked") boolean asked,
        @JsonProperty("answered") @Nullable Boolean answered,
        @JsonProperty("rated") boolean rated,
        @JsonProperty("returned_vars") @Nullable ObjectNode returnedVars,
        @JsonProperty("set_vars") Map<String, String> setVars,

        @JsonProperty("switch_vars") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<String, String> switchVars,

        @JsonProperty("hangup_cause") @Nullable String hangupCause,
        @JsonProperty("killed_by") @Nullable String killedBy,

        @JsonProperty("hangup_rule") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String hangupRule,

        @JsonProperty("recorded_authorized") boolean recordedAuthorized,
        @JsonProperty("number") Called number,

        @JsonProperty("rating_request") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        ObjectNode ratingRequest,

        @JsonProperty("limits") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Object limits,

        @JsonProperty("warnings") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Warning> warnings) {

    /**
     * What kind of number is called.
     *
     * @param number as classified
     * @param numberClass name of its class; null if no classifier matches
     */
    record Called(
            @JsonProperty("number") String number,
            @JsonProperty("class") @Nullable String numberClass,
            @JsonProperty("emergency") boolean emergency,
            @JsonProperty("toll_free") boolean tollFree,
            @JsonProperty("premium") boolean premium) {
        static Called of(NumberClass it) {
            return new Called(it.number(), it.name(), it.emergency(), it.tollFree(), it.premium());
        }
    }
}
