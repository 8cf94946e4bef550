package io.bridgewarden.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.store.ConfigSection;
import io.bridgewarden.store.ConfigSection.Change;
import io.bridgewarden.store.ConfigurationStore.Overview;
import java.time.Instant;
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

    /** Every section, and where it comes from. */
    static Object overview(Overview overview) {
        Map<String, Section> sections = new TreeMap<>();
        overview.sections().forEach((name, it) -> sections.put(name, Section.of(it)));
        return new All(overview.revision(), sections);
    }
}
