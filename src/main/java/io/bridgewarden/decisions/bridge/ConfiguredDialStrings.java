package io.bridgewarden.decisions.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.dialect.DialSettings;
import io.bridgewarden.dialect.DialStrings;
import io.bridgewarden.dialect.MediaPaths;
import io.bridgewarden.dialect.NameCleaner;
import io.bridgewarden.dialect.NetworkMap;
import io.bridgewarden.dialect.NumberRules;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.store.EffectiveConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes dial strings as configured. Keeps what it made of the configuration last seen. Safe to share between threads. */
final class ConfiguredDialStrings {
    private volatile @Nullable Made last;

    private record Made(EffectiveConfig config, DialStrings strings) {}

    /**
     * The writer for a configuration and the media a request brings.
     *
     * @throws io.bridgewarden.documents.ProblemException {@code invalid-request} (422) naming the key whose value cannot
     *     be used
     */
    DialStrings of(EffectiveConfig config, Map<String, String> media) {
        if (!media.isEmpty()) {
            return new DialStrings(settings(config, media));
        }
        Made made = last;
        if (made == null || made.config() != config) {
            made = new Made(config, new DialStrings(settings(config, Map.of())));
            last = made;
        }
        return made.strings();
    }

    private static DialSettings settings(EffectiveConfig config, Map<String, String> media) {
        DialSettings.Builder builder = DialSettings.builder()
                .freeswitchContext(config.text("freeswitch_context"))
                .names(checked("sanitize_fs_value_regex", () -> NameCleaner.of(config.text("sanitize_fs_value_regex"))))
                .multivarSeparator(config.text("multivar_separator"))
                .defaultRingback(config.text("default_ringback"))
                .useSipPrivacyHeader(config.other("privacy", "use_sip_privacy_header")
                        .map(it -> it.asBoolean(true))
                        .orElse(true))
                .media(new MediaPaths(
                        media,
                        config.bool("use_vlc"),
                        config.bool("use_shout"),
                        config.bool("use_http_cache"),
                        config.bool("hold_media_preserve_position")));
        ObjectNode networkMap = config.object("network_map");
        if (networkMap != null) {
            builder.networkMap(checked("network_map", () -> NetworkMap.of(networkMap)));
        }
        ObjectNode macros = config.object("expandable_macros");
        if (macros != null) {
            builder.expandableMacros(texts(macros));
        }
        JsonNode converters = config.other("number_manager", "e164_converters").orElse(null);
        if (converters instanceof ObjectNode rules) {
            builder.numbers(checked("e164_converters", () -> NumberRules.of(rules)));
        }
        return builder.build();
    }

    private static Map<String, String> texts(ObjectNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties().forEach(it -> texts.put(it.getKey(), it.getValue().asText()));
        return texts;
    }

    private static <T> T checked(String key, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("#/config/" + key, "unusable", String.valueOf(e.getMessage()))
                    .asException();
        }
    }
}
