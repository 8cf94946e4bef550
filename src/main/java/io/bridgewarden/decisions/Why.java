package io.bridgewarden.decisions;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Why one item of an answer is as it is. It stands among the item's own members.
 *
 * @param reason why, as a code
 * @param rule the rule that says so; empty if none does
 */
public record Why(
        @JsonProperty("reason") String reason,
        @JsonProperty("rule") String rule) {}
