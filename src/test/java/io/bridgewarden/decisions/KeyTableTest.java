package io.bridgewarden.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.rules.RuleInfo;
import io.bridgewarden.store.ConfigKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of all keys in the docs are written from the schema and the rules: {@code -Dregenerate=true} rewrites them. */
class KeyTableTest {
    private static final int LONGEST_DEFAULT = 60;

    @Test
    void isUpToDate() throws IOException {
        GeneratedSection.assertUpToDate(Path.of("docs/configuration.md"), "keys", tables());
    }

    private static String tables() {
        StringBuilder tables = new StringBuilder("""
                | key | type | unit | default | meaning | decisions | rules that read it |
                | --- | --- | --- | --- | --- | --- | --- |
                """);
        List<ConfigKey> keys = ConfigKey.all();
        keys.stream().filter(it -> !it.inert()).forEach(it -> tables.append(row(it)));
        tables.append("""

                Known, since KAZOO has them, and read by nothing here:

                | key | type | unit | default | meaning |
                | --- | --- | --- | --- | --- |
                """);
        keys.stream()
                .filter(ConfigKey::inert)
                .forEach(it -> tables.append(columns(it)).append('\n'));
        return tables.toString();
    }

    private static String row(ConfigKey key) {
        List<RuleInfo> readers = DecisionsFixture.RULEBOOK.rules().stream()
                .filter(it -> it.keys().contains(key.name()))
                .toList();
        return columns(key)
                + " %s | %s |\n"
                        .formatted(
                                readers.stream()
                                        .map(RuleInfo::decision)
                                        .distinct()
                                        .sorted()
                                        .collect(Collectors.joining(", ")),
                                readers.stream()
                                        .map(it -> "`%s`".formatted(it.name()))
                                        .sorted()
                                        .collect(Collectors.joining("<br>")));
    }

    private static String columns(ConfigKey key) {
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        key.name(),
                        key.type().isEmpty() ? "object" : key.type(),
                        key.unit().orElse(""),
                        byDefault(key.byDefault()),
                        key.description().replace("|", "\\|"));
    }

    private static String byDefault(JsonNode value) {
        if (value.isMissingNode()) {
            return "none";
        }
        String text = value.isTextual() ? value.asText() : value.toString();
        return text.length() > LONGEST_DEFAULT
                ? "%d members, as in the schema".formatted(value.size())
                : "`%s`".formatted(text.replace("|", "\\|"));
    }
}
