package io.bridgewarden.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.rules.Evaluation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The reasoning behind a decision.
 *
 * @param fired every rule that fired, and on what; by rule
 * @param whyNot for each part that was left out, what kept it from being taken in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
        @JsonProperty("fired") List<Fired> fired,
        @JsonProperty("why_not") @Nullable List<?> whyNot) {

    // Facts are Java's inside and JSON's outside, where members are snake_case and what is empty says nothing.
    private static final ObjectMapper FACTS = Json.mapper()
            .copy()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);

    /**
     * A rule that fired.
     *
     * @param concludes what it concluded, by its type
     * @param on what it fired on, likewise, in the order of its conditions
     */
    public record Fired(
            @JsonProperty("rule") String rule,
            @JsonProperty("concludes") ObjectNode concludes,
            @JsonProperty("on") List<ObjectNode> on) {}

    /** Every firing behind an evaluation's conclusions, in an order that depends on nothing but them. */
    public static List<Fired> fired(Evaluation evaluation) {
        return evaluation.concluded().stream()
                .flatMap(concluded -> concluded.firings().stream()
                        .map(firing -> new Fired(
                                firing.rule(),
                                named(concluded.conclusion()),
                                firing.on().stream().map(Explanation::named).toList())))
                .sorted(Comparator.comparing(Fired::rule)
                        .thenComparing(it -> it.concludes().toString())
                        .thenComparing(it -> it.on().toString()))
                .toList();
    }

    /** A fact or conclusion as JSON: one member, named {@code fixed-address} for a FixedAddress, without its nulls. */
    static ObjectNode named(Object fact) {
        ObjectNode members = FACTS.valueToTree(fact);
        members.properties().removeIf(it -> it.getValue().isNull());
        return Json.mapper().createObjectNode().set(kebab(fact.getClass().getSimpleName()), members);
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
