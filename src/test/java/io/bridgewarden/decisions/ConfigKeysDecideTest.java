package io.bridgewarden.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.authoring.RuleCase;
import io.bridgewarden.store.ConfigKey;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ConfigKeysDecideTest {
    private static final Decisions DECISIONS = DecisionsFixture.shipped();

    /** Configuration keys whose value alone changes the answer of a worked case. */
    private static Set<String> deciding() {
        Set<String> keys = new TreeSet<>();
        for (RuleCase given : RuleCasesTest.cases().toList()) {
            JsonNode config = given.request().path("config");
            JsonNode result = result(given.decision(), given.request());
            config.properties().forEach(it -> {
                ObjectNode without = given.request().deepCopy();
                ((ObjectNode) without.get("config")).remove(it.getKey());
                if (!result(given.decision(), without).equals(result)) {
                    keys.add(it.getKey());
                }
            });
        }
        return keys;
    }

    // A warning tells of a value, and says nothing about whether it matters.
    private static JsonNode result(String decision, ObjectNode request) {
        ObjectNode result = (ObjectNode) DecisionsFixture.result(DECISIONS, decision, request, Options.PLAIN);
        result.remove("warnings");
        return result;
    }

    @Test
    void eachKeyThatIsNotInertChangesTheAnswerOfACase() {
        Set<String> missing = new TreeSet<>();
        ConfigKey.all().stream().filter(it -> !it.inert()).forEach(it -> missing.add(it.name()));

        missing.removeAll(deciding());

        assertThat(missing).isEmpty();
    }
}
