package io.bridgewarden.decisions.media;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bridgewarden.decisions.Warning;
import java.util.List;

/**
 * The media decision as it is answered.
 *
 * @param path what the switch is told to play
 * @param player what plays it
 * @param reason why so
 * @param rule the rule that says so; empty where none does
 * @param warnings what in the request was not read as it is written
 */
record MediaResult(
        @JsonProperty("path") String path,
        @JsonProperty("player") String player,
        @JsonProperty("reason") String reason,
        @JsonProperty("rule") String rule,
        @JsonProperty("warnings") List<Warning> warnings) {}
