package io.bridgewarden.decisions.authz;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.decisions.Decisions;
import io.bridgewarden.decisions.GeneratedSection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table of answers in the docs is what the rules say. Run with {@code -Dregenerate=true} to write it anew. */
class AnswerTableTest {
    private static final Map<String, String> ANSWERS = answers();

    private static Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("yes", "{'Is-Authorized': 'true'}");
        answers.put("soft", "{'Is-Authorized': 'false', 'Soft-Limit': 'true'}");
        answers.put("no", "{'Is-Authorized': 'false'}");
        answers.put("none", "null");
        return answers;
    }

    @Test
    void isUpToDate() throws IOException {
        GeneratedSection.assertUpToDate(Path.of("docs/authz.md"), "answers", table());
    }

    private static String table() {
        Decisions decisions = AuthzFixture.shipped();
        StringBuilder table = new StringBuilder("""
                | `authz_enabled` | `authz_dry_run` | `authz_default_action` | answer | channel | asked | reason |
                | --- | --- | --- | --- | --- | --- | --- |
                """);
        for (boolean enabled : List.of(true, false)) {
            for (boolean dryRun : List.of(false, true)) {
                for (String action : List.of("deny", "allow")) {
                    ANSWERS.forEach((name, answer) -> {
                        JsonNode result = AuthzFixture.result(
                                decisions, AuthzFixture.request("""
                                        {'config': {'authz_enabled': %s, 'authz_dry_run': %s, 'authz_default_action': '%s'},
                                         'channel': {'Call-Direction': 'outbound', 'Number': '+12025550100',
                                                     'Custom-Channel-Vars': {'Resource-ID': 'carrier'}},
                                         'answer': %s}
                                        """.formatted(enabled, dryRun, action, answer)));
                        table.append("| %s | %s | %s | %s | %s | %s | `%s` |\n"
                                .formatted(
                                        enabled,
                                        dryRun,
                                        action,
                                        name,
                                        result.path("authorized").asBoolean() ? "allowed" : "**denied**",
                                        result.path("asked").asBoolean() ? "yes" : "no",
                                        result.path("reason").asText()));
                    });
                }
            }
        }
        return table.toString();
    }
}
