package io.bridgewarden.decisions;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Why one part of an answer is as it is.
 *
 * @param part which part, as a code: {@code sample-rate}
 * @param reason why, as a code
 * @param rule the rule that says so
 */
public record Because(
        @JsonProperty("part") String part,
        @JsonProperty("reason") String reason,
        @JsonProperty("rule") String rule) {}
