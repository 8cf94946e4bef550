package io.bridgewarden.decisions;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bridgewarden.documents.Problem.Violation;
import io.bridgewarden.store.EffectiveConfig;
import java.util.List;

/**
 * What in a request was ignored, altered or is likely a mistake, though it did not keep the answer from being given.
 *
 * @param pointer JSON pointer into the request, as a URI fragment
 * @param code kebab-case, for programs
 * @param detail what is worth a look, for people
 */
public record Warning(
        @JsonProperty("pointer") String pointer,
        @JsonProperty("code") String code,
        @JsonProperty("detail") String detail) {
    /** Values that a request configured and that were not read as they are written; empty if there are none. */
    public static List<Warning> ofConfig(EffectiveConfig config) {
        return config.misread().stream().map(Warning::of).toList();
    }

    private static Warning of(Violation violation) {
        return new Warning(violation.pointer(), "config-value", violation.detail());
    }
}
