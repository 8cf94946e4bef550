package io.bridgewarden.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.Problem.Violation;
import io.bridgewarden.documents.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The value of every configuration key for one node, read as KAZOO reads it. Keys, types and defaults are those of
 * {@code schemas/system_config.ecallmgr.json}; asking for a key that is not there, or by an accessor that does not fit
 * its type, throws {@link IllegalArgumentException}. Immutable, safe to share between threads.
 */
public final class EffectiveConfig {
    private static final String REQUEST = "request";
    private static final String CONFIG = "#/config";

    private final Map<String, Setting> settings;
    private final Configuration.Others others;
    private final JsonNode otherOverrides;
    private final String baseRevision;
    private final @Nullable ObjectNode overridden;
    private final List<Violation> misread;
    private volatile @Nullable String revision;

    /**
     * A key's value and where it comes from.
     *
     * @param value as read; a missing node if it is neither set nor has a default
     * @param section the section it is set in, {@code request} if a request brought it; null if it is the default
     */
    public record Setting(
            String type, JsonNode value, @Nullable String section) {
        static Setting of(ConfigKey key, Sections.Found found) {
            JsonNode read = key.reader().read(found.value(), MissingNode.getInstance());
            return read.isMissingNode()
                    ? new Setting(key.type(), key.byDefault(), null)
                    : new Setting(key.type(), read, found.section());
        }
    }

    EffectiveConfig(Map<String, Setting> settings, Configuration.Others others, String revision) {
        this(settings, others, MissingNode.getInstance(), revision, null, List.of());
    }

    private EffectiveConfig(
            Map<String, Setting> settings,
            Configuration.Others others,
            JsonNode otherOverrides,
            String baseRevision,
            @Nullable ObjectNode overridden,
            List<Violation> misread) {
        this.settings = settings;
        this.others = others;
        this.otherOverrides = otherOverrides;
        this.baseRevision = baseRevision;
        this.overridden = overridden;
        this.misread = List.copyOf(misread);
    }

    /** Whether a key of type boolean is on; false if it is not set and has no default. */
    public boolean bool(String key) {
        return typed(key, "boolean").booleanValue();
    }

    /**
     * The value of a key of type integer, in the key's unit.
     *
     * @throws IllegalStateException if it is not set and has no default
     */
    public long integer(String key) {
        return set(key, typed(key, "integer")).longValue();
    }

    /**
     * The value of a key of type string.
     *
     * @throws IllegalStateException if it is not set and has no default; see {@link #optionalText}
     */
    public String text(String key) {
        return set(key, typed(key, "string")).asText();
    }

    /** As {@link #text}, for a key that has no default. */
    public Optional<String> optionalText(String key) {
        JsonNode value = typed(key, "string");
        return value.isMissingNode() ? Optional.empty() : Optional.of(value.asText());
    }

    /** The value of a key of type array(string) whose members are all texts; empty if it is not set. */
    public List<String> texts(String key) {
        return stream(typed(key, "array(string)")).map(JsonNode::asText).toList();
    }

    /** The value of a key of type object; null if it is not set and has no default. Shared, not to be changed. */
    public @Nullable ObjectNode object(String key) {
        return typed(key, "object") instanceof ObjectNode object ? object : null;
    }

    /** The value of a key of type array(object); empty if it is not set. Its members are not to be changed. */
    public List<ObjectNode> objects(String key) {
        return stream(typed(key, "array(object)"))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }

    /** The value of any key; a missing node if it is not set and has no default. Shared, not to be changed. */
    public JsonNode raw(String key) {
        return setting(key).value();
    }

    /** The value of any key, and where it comes from. */
    public Setting setting(String key) {
        Setting setting = settings.get(key);
        if (setting == null) {
            throw new IllegalArgumentException("there is no configuration key `" + key + "`");
        }
        return setting;
    }

    /**
     * A value of another configuration document, such as {@code use_sip_privacy_header} of {@code privacy}; empty if it
     * is not set. A null that was set is a value. Shared, not to be changed.
     */
    public Optional<JsonNode> other(String document, String key) {
        JsonNode value = otherOverrides.path(document).path(key);
        value = value.isMissingNode() ? others.find(document, key) : value;
        return value.isMissingNode() ? Optional.empty() : Optional.of(value);
    }

    /**
     * This configuration with what a request brought over every section. Itself if that is nothing.
     *
     * @param config keys and values, or null
     * @param configOther keys and values of other documents, by name, or null
     * @throws ProblemException {@code invalid-request} (422) with each mistake, under {@code #/config} or
     *     {@code #/config_other}
     */
    public EffectiveConfig with(@Nullable ObjectNode config, @Nullable ObjectNode configOther) {
        return with(config, configOther, Misfits.REFUSED);
    }

    /** What becomes of a value that does not fit its key. A key that there is not is a mistake always. */
    public enum Misfits {
        /** It is a mistake. */
        REFUSED,
        /** It is read as KAZOO reads it and told of by {@link #misread}, where that is as a switch that is off. */
        READ_IF_SWITCHES,
        /** It is read as KAZOO reads it, and told of by {@link #misread}. */
        READ;

        private boolean reads(@Nullable ConfigKey key) {
            return key != null && (this == READ || this == READ_IF_SWITCHES && key.reader() == Reader.IS_TRUE);
        }
    }

    /** The values that a request brought and that do not fit their keys, under {@code #/config}, and how each was read. */
    public List<Violation> misread() {
        return misread;
    }

    /**
     * As {@link #with(ObjectNode, ObjectNode)}.
     *
     * @param misfits what becomes of values that do not fit their keys
     */
    public EffectiveConfig with(@Nullable ObjectNode config, @Nullable ObjectNode configOther, Misfits misfits) {
        ObjectNode overrides = Json.mapper().createObjectNode();
        if (config != null && !config.isEmpty()) {
            overrides.set("config", config.deepCopy());
        }
        if (configOther != null && !configOther.isEmpty()) {
            overrides.set("config_other", configOther.deepCopy());
        }
        if (overrides.isEmpty()) {
            return this;
        }
        List<Violation> misread = misfits(overrides, misfits);

        Map<String, Setting> overridden = new HashMap<>(settings);
        overrides
                .path("config")
                .properties()
                .forEach(it -> overridden.put(
                        it.getKey(), Setting.of(Keys.key(it.getKey()), new Sections.Found(REQUEST, it.getValue()))));
        return new EffectiveConfig(
                overridden,
                others,
                merged(overrides.path("config_other")),
                revision(),
                overrides,
                misread.stream().map(it -> misread(it, overridden)).toList());
    }

    private static Violation misread(Violation misfit, Map<String, Setting> overridden) {
        JsonNode read = Objects.requireNonNull(overridden.get(key(misfit))).value();
        String taken = read.isMissingNode() ? "not set" : "`%s`".formatted(read.isValueNode() ? read.asText() : read);
        return new Violation(misfit.pointer(), misfit.code(), "%s; taken for %s".formatted(misfit.detail(), taken));
    }

    private JsonNode merged(JsonNode configOther) {
        if (otherOverrides.isMissingNode() || configOther.isMissingNode()) {
            return configOther.isMissingNode() ? otherOverrides : configOther;
        }
        ObjectNode merged = otherOverrides.deepCopy();
        configOther.properties().forEach(document -> {
            ObjectNode keys = merged.withObjectProperty(document.getKey());
            document.getValue().properties().forEach(it -> keys.set(it.getKey(), it.getValue()));
        });
        return merged;
    }

    /** What does not fit and is let pass. */
    private static List<Violation> misfits(ObjectNode overrides, Misfits allowed) {
        List<Violation> misfits = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        if (overrides.path("config") instanceof ObjectNode config) {
            Keys.violations(config, CONFIG)
                    .forEach(it -> (allowed.reads(Keys.all().get(key(it))) ? misfits : violations).add(it));
            if (violations.isEmpty() && !misfits.isEmpty()) {
                violations.addAll(unknown(config)); // not every mistake is told of where there are very many
            }
        }
        overrides.path("config_other").properties().forEach(it -> {
            if (!it.getValue().isObject()) {
                String pointer = Json.at("#/config_other", it.getKey());
                violations.add(new Violation(pointer, "type", "expected an object of keys and values"));
            }
        });
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).asException();
        }
        return misfits;
    }

    private static List<Violation> unknown(ObjectNode config) {
        return config.properties().stream()
                .map(Map.Entry::getKey)
                .filter(it -> !Keys.all().containsKey(it))
                .map(it -> new Violation(Json.at(CONFIG, it), "unknown-member", "there is no such key"))
                .toList();
    }

    /** The key that a violation is about. */
    private static String key(Violation violation) {
        String[] segments = violation.pointer().substring(CONFIG.length()).split("/", 3);
        return segments.length < 2 ? "" : segments[1].replace("~1", "/").replace("~0", "~");
    }

    /** Digest of the configuration, what a request brought included. */
    public String revision() {
        if (overridden == null) {
            return baseRevision;
        }
        String known = revision;
        if (known == null) {
            ObjectNode whole = overridden.deepCopy();
            whole.put("over", baseRevision);
            known = Canonical.digest(whole);
            revision = known;
        }
        return known;
    }

    private JsonNode typed(String key, String type) {
        Setting setting = setting(key);
        if (!setting.type().equals(type)) {
            throw new IllegalArgumentException("configuration key `%s` is of type %s, not %s"
                    .formatted(key, setting.type().isEmpty() ? "object without defaults" : setting.type(), type));
        }
        return setting.value();
    }

    private static JsonNode set(String key, JsonNode value) {
        if (value.isMissingNode()) {
            throw new IllegalStateException("configuration key `" + key + "` is not set and has no default");
        }
        return value;
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
