package io.bridgewarden.decisions.limits;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The limits decision as it is answered; members of the answer message are spelled as KAZOO spells them.
 *
 * @param answered whether there is an answer: there is none for a call that is over
 * @param softLimit whether the call is refused, and let through all the same
 * @param accountTrunkUsage inbound, outbound, two-way and burst trunks, inbound and outbound ones in use before this call
 * @param outboundFlags static flags of the endpoint that vouches for the caller
 * @param to what is called
 * @param broadcast whether other nodes are to be told, so that they count the call
 * @param counted how the call is billed to the account from now on; null if it does not go on
 * @param alert whether the operator is to be told of a refusal
 * @param detail why, in words and figures
 * @param parties what each party was asked, in the order they were
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LimitsResult(
        @JsonProperty("answered") boolean answered,
        @JsonProperty("Is-Authorized") @Nullable Boolean isAuthorized,
        @JsonProperty("Soft-Limit") @Nullable Boolean softLimit,
        @JsonProperty("Account-ID") @Nullable String accountId,
        @JsonProperty("Account-Billing") @Nullable String accountBilling,
        @JsonProperty("Reseller-ID") @Nullable String resellerId,
        @JsonProperty("Reseller-Billing") @Nullable String resellerBilling,
        @JsonProperty("Account-Trunk-Usage") @Nullable String accountTrunkUsage,
        @JsonProperty("Reseller-Trunk-Usage") @Nullable String resellerTrunkUsage,
        @JsonProperty("Outbound-Flags") @Nullable JsonNode outboundFlags,
        @JsonProperty("To") @Nullable String to,
        @JsonProperty("broadcast") boolean broadcast,
        @JsonProperty("counted") @Nullable String counted,
        @JsonProperty("alert") boolean alert,
        @JsonProperty("reason") String reason,
        @JsonProperty("rule") String rule,
        @JsonProperty("detail") String detail,
        @JsonProperty("parties") List<PartyAnswer> parties) {

    /**
     * What one party was asked, and said.
     *
     * @param party {@code account} or {@code reseller}
     * @param excused whether its refusal is let through by its soft limit
     * @param checks the limits that were looked at, in order; none if it is not limited
     */
    public record PartyAnswer(
            @JsonProperty("party") String party,
            @JsonProperty("id") String id,
            @JsonProperty("authorized") boolean authorized,
            @JsonProperty("excused") boolean excused,
            @JsonProperty("billing") String billing,
            @JsonProperty("reason") String reason,
            @JsonProperty("rule") String rule,
            @JsonProperty("checks") List<Check> checks) {}

    /**
     * A limit and what was used of it.
     *
     * @param limit its name in the limits document
     * @param value calls, trunks, seconds or units; -1 for no limit
     * @param used the same unit
     * @param wouldSuffice the least value with which this call would have passed; null if it did, or no value would do
     * @param detail the same in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Check(
            @JsonProperty("limit") String limit,
            @JsonProperty("passed") boolean passed,
            @JsonProperty("value") long value,
            @JsonProperty("used") long used,
            @JsonProperty("would_suffice") @Nullable Long wouldSuffice,
            @JsonProperty("detail") String detail) {}

    static LimitsResult unanswered(String reason, String rule, String detail) {
        return new LimitsResult(
                false, null, null, null, null, null, null, null, null, null, null, false, null, false, reason, rule,
                detail, List.of());
    }
}
