package io.bridgewarden.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.facts.EndpointId;

/**
 * A worked case of a rule: a request on which it fires, or just does not. Its shape is the schema {@code rule-case}.
 *
 * @param decision whose rules it is about
 * @param file where it stands, from the rule directory
 * @param number which of its file, from 1
 * @param line where it starts in its file, from 1
 * @param json as written; not to be changed
 */
public record RuleCase(String decision, String file, int number, int line, ObjectNode json) {
    /** Name of the rule it is about. */
    public String rule() {
        return json.path("rule").asText();
    }

    /** What it shows, in words. */
    public String because() {
        return json.path("because").asText();
    }

    public ObjectNode request() {
        return json.get("request") instanceof ObjectNode request ? request : JsonNodeFactory.instance.objectNode();
    }

    /** Members that the result has; what is not listed is not compared. */
    public JsonNode result() {
        return json.path("result");
    }

    public boolean hits() {
        return json.path("hit").asBoolean();
    }

    /** Words of the first condition that fails, where the case is a near miss; else empty. */
    public String misses() {
        return json.path("misses").asText();
    }

    /** Whether it is about one thing of its request, so that the rule may fire on another. */
    public boolean isAboutOneThing() {
        return json.has("about");
    }

    /** Whether a value bound by a rule is of the kind this case is about; none is where it is about no one thing. */
    public boolean isOfItsKind(Object value) {
        JsonNode about = json.path("about");
        return about.isTextual() ? value instanceof EndpointId : about.isInt() && value instanceof Integer;
    }

    /** Whether a value bound by a rule is what this case is about; each is where it is about no one thing. */
    public boolean isItsOwn(Object value) {
        JsonNode about = json.path("about");
        return about.isMissingNode()
                || (value instanceof EndpointId id && id.pointer().equals(about.textValue()))
                || (value instanceof Integer number && about.isInt() && number == about.intValue());
    }

    /** {@code file:line}. */
    public String place() {
        return file + ":" + line;
    }

    /** Where it stands and what it shows. */
    @Override
    public String toString() {
        return file + ": " + rule() + ": " + because();
    }
}
