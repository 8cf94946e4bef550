package io.bridgewarden.decisions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Configuration that a request brings, to hold over every section.
 *
 * @param config keys of the ecallmgr document, if any
 * @param others other documents by name, if any
 */
public record Overrides(
        @Nullable ObjectNode config, @Nullable ObjectNode others) {
    /** The members {@code config} and {@code config_other}. */
    static Overrides of(ObjectNode request) {
        return new Overrides((ObjectNode) request.get("config"), (ObjectNode) request.get("config_other"));
    }

    // An empty object overrides nothing, so whoever may not override may still send it.
    boolean any() {
        return isGiven(config) || isGiven(others);
    }

    private static boolean isGiven(@Nullable ObjectNode overrides) {
        return overrides != null && !overrides.isEmpty();
    }
}
