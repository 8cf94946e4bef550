package io.bridgewarden.decisions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.store.EffectiveConfig;
import org.jspecify.annotations.Nullable;

/**
 * Configuration that a request brings, to hold over every section.
 *
 * @param config keys of the ecallmgr document, if any
 * @param others other documents by name, if any
 * @param asRead whether a value that does not fit its key is read as KAZOO reads it, and told of; else it is a mistake
 */
public record Overrides(
        @Nullable ObjectNode config, @Nullable ObjectNode others, boolean asRead) {
    /** Configuration whose values have to fit their keys. */
    public Overrides(@Nullable ObjectNode config, @Nullable ObjectNode others) {
        this(config, others, false);
    }

    /** The members {@code config} and {@code config_other}. */
    static Overrides of(ObjectNode request) {
        return new Overrides((ObjectNode) request.get("config"), (ObjectNode) request.get("config_other"));
    }

    /** The same two members, for a decision that answers whatever is configured. */
    public static Overrides asRead(ObjectNode request) {
        Overrides given = of(request);
        return new Overrides(given.config, given.others, true);
    }

    EffectiveConfig over(EffectiveConfig standing) {
        return asRead ? standing.withAsRead(config, others) : standing.with(config, others);
    }

    // An empty object overrides nothing, so whoever may not override may still send it.
    boolean any() {
        return isGiven(config) || isGiven(others);
    }

    private static boolean isGiven(@Nullable ObjectNode overrides) {
        return overrides != null && !overrides.isEmpty();
    }
}
