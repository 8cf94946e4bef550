package io.bridgewarden.decisions.recording;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bridgewarden.decisions.Because;
import io.bridgewarden.decisions.Warning;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The recording decision as it is answered.
 *
 * @param filename the file on the switch
 * @param applications what the switch is told to run, in order; null where only the file was asked for
 * @param variables variables of the switch to set before that
 * @param customChannelVars custom channel variables to set before that
 * @param because why each part is as it is
 * @param warnings what in the request was not read as it is written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecordingResult(
        @JsonProperty("filename") String filename,
        @JsonProperty("applications") @Nullable List<String> applications,
        @JsonProperty("variables") @Nullable Map<String, String> variables,
        @JsonProperty("custom_channel_vars") @Nullable Map<String, String> customChannelVars,
        @JsonProperty("because") List<Because> because,
        @JsonProperty("warnings") List<Warning> warnings) {}
