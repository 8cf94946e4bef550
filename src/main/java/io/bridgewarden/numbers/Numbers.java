package io.bridgewarden.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.dialect.NumberRules;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.facts.NumberClass;
import io.bridgewarden.store.EffectiveConfig;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Classifies called numbers as configured: {@code classifiers}, {@code e164_converters} and {@code default_region} of the
 * {@code number_manager} document. Safe to share between threads.
 */
public final class Numbers {
    private static final String DOCUMENT = "number_manager";

    // Configuration rarely changes, and compiling it costs more than a decision.
    private volatile @Nullable Compiled last;

    private record Compiled(
            @Nullable JsonNode converters, @Nullable JsonNode classifiers, NumberClassifier made) {}

    /**
     * Classifies a number. An emergency number of the shipped classifiers or of the region is one under any
     * configuration, also under one that is broken.
     *
     * @param dialled as dialled
     * @param region ISO 3166 code of the country the account is in, {@code GB}; null for the configured default, if any
     * @throws ProblemException {@code invalid-request} (422) if classifiers or converters are no regular expressions
     */
    public NumberClass classify(EffectiveConfig config, String dialled, @Nullable String region) {
        String where = region == null
                ? config.other(DOCUMENT, "default_region")
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue)
                        .orElse(null)
                : region;
        try {
            return configured(config).classify(dialled, where);
        } catch (ProblemException e) {
            NumberClass shipped = NumberClassifier.SHIPPED.classify(dialled, where);
            if (shipped.emergency()) {
                return shipped;
            }
            throw e;
        }
    }

    private NumberClassifier configured(EffectiveConfig config) {
        JsonNode converters = config.other(DOCUMENT, "e164_converters").orElse(null);
        JsonNode classifiers = config.other(DOCUMENT, "classifiers").orElse(null);
        if (converters == null && classifiers == null) {
            return NumberClassifier.SHIPPED;
        }
        Compiled known = last;
        if (known == null
                || !Objects.equals(known.converters(), converters)
                || !Objects.equals(known.classifiers(), classifiers)) {
            known = new Compiled(
                    converters,
                    classifiers,
                    new NumberClassifier(
                            read("e164_converters", converters, NumberRules.DEFAULT, NumberRules::of),
                            read("classifiers", classifiers, Classifiers.SHIPPED, Classifiers::of)));
            last = known;
        }
        return known.made();
    }

    private static <T> T read(String key, @Nullable JsonNode value, T byDefault, Function<ObjectNode, T> reader) {
        if (value == null) {
            return byDefault;
        }
        String pointer = "#/config_other/" + DOCUMENT + "/" + key;
        if (!(value instanceof ObjectNode object)) {
            throw Problem.invalid(pointer, "type", "expected an object of names and regular expressions")
                    .asException();
        }
        try {
            return reader.apply(object);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(pointer, "regex", String.valueOf(e.getMessage()))
                    .asException();
        }
    }
}
