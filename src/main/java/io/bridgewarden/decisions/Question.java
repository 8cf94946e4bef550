package io.bridgewarden.decisions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.rules.Rulebook;
import io.bridgewarden.store.EffectiveConfig;
import java.time.Instant;
import java.util.function.Function;

/**
 * A request with what it leaves to the service filled in.
 *
 * @param request the document as it came, valid by its schema; not to be changed
 * @param now the decision instant
 * @param config what is configured for the request's node, its overrides applied
 * @param configOf the same for another node, such as a switch whose own section a key is read from
 * @param rulebook the rules in force when the request came
 * @param explain how much of the reasoning is wanted
 */
public record Question(
        ObjectNode request,
        Instant now,
        EffectiveConfig config,
        Function<String, EffectiveConfig> configOf,
        Rulebook rulebook,
        Explain explain) {

    /** With one configuration for all nodes. */
    public Question(ObjectNode request, Instant now, EffectiveConfig config, Rulebook rulebook, Explain explain) {
        this(request, now, config, node -> config, rulebook, explain);
    }
}
