package io.bridgewarden.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.rules.RuleInfo;
import io.bridgewarden.store.ConfigKey;
import io.bridgewarden.store.ConfigSection;
import io.bridgewarden.store.ConfigSection.Change;
import io.bridgewarden.store.ConfigurationStore;
import io.bridgewarden.store.ConfigurationStore.Overview;
import io.bridgewarden.store.EffectiveConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The configuration as documents. */
final class ConfigDocuments {
    private ConfigDocuments() {}

    private record All(
            @JsonProperty("revision") String revision,
            @JsonProperty("sections") Map<String, Section> sections) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Section(
            @JsonProperty("source") String source,
            @JsonProperty("hides_file") boolean hidesFile,
            @JsonProperty("revision") String revision,
            @JsonProperty("changed_at") @Nullable Instant changedAt,
            @JsonProperty("changed_by") @Nullable String changedBy,
            @JsonProperty("keys") ObjectNode keys) {
        static Section of(ConfigSection section) {
            return new Section(
                    section.kept().isPresent() ? "kept" : "file",
                    section.hidesFile(),
                    section.revision(),
                    section.kept().map(Change::at).orElse(null),
                    section.kept().map(Change::by).orElse(null),
                    section.document());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Status(
            @JsonProperty("status") String status,
            @JsonProperty("revision") String revision,
            @JsonProperty("stale_since") @Nullable Instant staleSince,
            @JsonProperty("reason") @Nullable String reason) {}

    /** Which configuration is in force, and why the files say something else, if they do. */
    static Object status(ConfigurationStore configuration) {
        String revision = configuration.inForce().revision();
        return configuration
                .stale()
                // In capitals, so that it is seen.
                .map(it -> new Status("STALE", revision, it.since(), it.reason()))
                .orElseGet(() -> new Status("current", revision, null, null));
    }

    private record Effective(
            @JsonProperty("revision") String revision,
            @JsonProperty("keys") Map<String, Key> keys) {}

    private record Key(
            @JsonProperty("value") JsonNode value,
            @JsonProperty("section") @Nullable String section,
            @JsonProperty("default") JsonNode byDefault,
            @JsonProperty("unit") @Nullable String unit,
            @JsonProperty("read_by") List<String> readBy) {}

    /** Every key as it holds, and the rules that read it. */
    static Object effective(EffectiveConfig config, List<RuleInfo> rules) {
        Map<String, List<String>> readBy = new HashMap<>();
        rules.forEach(rule -> rule.keys()
                .forEach(it ->
                        readBy.computeIfAbsent(it, key -> new ArrayList<>()).add(rule.name())));
        Map<String, Key> keys = new LinkedHashMap<>();
        for (ConfigKey key : ConfigKey.all()) {
            EffectiveConfig.Setting setting = config.setting(key.name());
            keys.put(
                    key.name(),
                    new Key(
                            setting.value(),
                            setting.section(),
                            key.byDefault(),
                            key.unit().orElse(null),
                            readBy.getOrDefault(key.name(), List.of())));
        }
        return new Effective(config.revision(), keys);
    }

    /** Every section, and where it comes from. */
    static Object overview(Overview overview) {
        Map<String, Section> sections = new TreeMap<>();
        overview.sections().forEach((name, it) -> sections.put(name, Section.of(it)));
        return new All(overview.revision(), sections);
    }
}
