package io.bridgewarden.decisions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.store.EffectiveConfig;
import io.bridgewarden.store.EffectiveConfig.Misfits;
import org.jspecify.annotations.Nullable;

/**
 * Configuration that a request brings, to hold over every section.
 *
 * @param config keys of the ecallmgr document, if any
 * @param others other documents by name, if any
 * @param misfits what becomes of a value that does not fit its key
 */
public record Overrides(
        @Nullable ObjectNode config, @Nullable ObjectNode others, Misfits misfits) {
    /** Configuration whose values have to fit their keys. */
    public Overrides(@Nullable ObjectNode config, @Nullable ObjectNode others) {
        this(config, others, Misfits.REFUSED);
    }

    /** The members {@code config} and {@code config_other}. */
    static Overrides of(ObjectNode request) {
        return new Overrides((ObjectNode) request.get("config"), (ObjectNode) request.get("config_other"));
    }

    /** The same two members, for a decision that answers whatever is configured. */
    public static Overrides asRead(ObjectNode request) {
        return of(request).with(Misfits.READ);
    }

    /** The same two members, for a decision that takes a switch for off whatever else than {@code true} it says. */
    public static Overrides withSwitchesAsRead(ObjectNode request) {
        return of(request).with(Misfits.READ_IF_SWITCHES);
    }

    private Overrides with(Misfits other) {
        return new Overrides(config, others, other);
    }

    EffectiveConfig over(EffectiveConfig standing) {
        return standing.with(config, others, misfits);
    }

    // An empty object overrides nothing, so whoever may not override may still send it.
    boolean any() {
        return isGiven(config) || isGiven(others);
    }

    private static boolean isGiven(@Nullable ObjectNode overrides) {
        return overrides != null && !overrides.isEmpty();
    }
}
