package io.bridgewarden.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.facts.EndpointId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A worked case of {@code rules/DECISION/cases/NAME.json}.
 *
 * @param file where it stands, from the rule directory
 */
record RuleCase(String decision, String file, ObjectNode json) {
    private static final Path RULES = Path.of("rules");

    /** The case files, by path. */
    static List<Path> files() {
        try (Stream<Path> files = Files.walk(RULES)) {
            return files.filter(it -> it.toString().endsWith(".json")
                            && Objects.requireNonNull(it.getParent()).endsWith("cases"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(Path file) {
        try {
            return Json.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<RuleCase> all() {
        List<RuleCase> cases = new ArrayList<>();
        for (Path file : files()) {
            Path path = RULES.relativize(file);
            String decision = path.getName(0).toString();
            read(file).path("cases").forEach(it -> cases.add(new RuleCase(decision, path.toString(), (ObjectNode) it)));
        }
        return cases;
    }

    String rule() {
        return json.path("rule").asText();
    }

    ObjectNode request() {
        return (ObjectNode) json.get("request");
    }

    boolean hits() {
        return json.path("hit").asBoolean();
    }

    /** Words of the first condition that fails, where the case is a near miss; else empty. */
    String misses() {
        return json.path("misses").asText();
    }

    /** Whether a value bound by a rule is of the kind this case is about; none is where it is about no one thing. */
    boolean isOfItsKind(Object value) {
        JsonNode about = json.path("about");
        return about.isTextual() ? value instanceof EndpointId : about.isInt() && value instanceof Integer;
    }

    /** Whether a value bound by a rule is what this case is about; each is where it is about no one thing. */
    boolean isItsOwn(Object value) {
        JsonNode about = json.path("about");
        return about.isMissingNode()
                || (value instanceof EndpointId id && id.pointer().equals(about.textValue()))
                || (value instanceof Integer number && about.isInt() && number == about.intValue());
    }

    @Override
    public String toString() {
        return file + ": " + rule() + ": " + json.path("because").asText();
    }
}
