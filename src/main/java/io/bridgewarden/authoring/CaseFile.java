package io.bridgewarden.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.JsonPlaces;
import io.bridgewarden.documents.JsonPlaces.Place;
import io.bridgewarden.documents.Problem.Violation;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.documents.ShippedFolder;
import io.bridgewarden.rules.RuleProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A file of cases, {@code DECISION/cases/NAME.json}.
 *
 * @param decision folder whose rules it is about
 * @param path from the rule directory, with forward slashes
 * @param text its content
 */
public record CaseFile(String decision, String path, String text) {
    /** Those shipped with the service, by path. */
    public static List<CaseFile> shipped() {
        return ShippedFolder.around("/rules/bridge", CaseFile::in);
    }

    /**
     * Those of a rule directory, by path.
     *
     * @throws UncheckedIOException if one cannot be read
     */
    public static List<CaseFile> in(Path directory) {
        try (Stream<Path> files = Files.walk(directory, 3)) {
            return files.filter(it -> isCaseFile(directory.relativize(it)))
                    .map(it -> read(directory, it))
                    .sorted((a, b) -> a.path.compareTo(b.path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isCaseFile(Path path) {
        return path.getNameCount() == 3
                && path.getName(1).toString().equals("cases")
                && path.getName(2).toString().endsWith(".json");
    }

    private static CaseFile read(Path directory, Path file) {
        Path path = directory.relativize(file);
        try {
            return new CaseFile(
                    path.getName(0).toString(),
                    "%s/cases/%s".formatted(path.getName(0), Objects.requireNonNull(path.getFileName())),
                    Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read `%s`".formatted(file), e);
        }
    }

    /**
     * Its content.
     *
     * @throws ProblemException if it is not JSON
     */
    public JsonNode json() {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Why its cases cannot be run, each at its place: it is not JSON, or breaks the schema {@code rule-case}. */
    public List<RuleProblem> problems() {
        JsonPlaces places = JsonPlaces.of(text);
        return violations().stream()
                .map(it -> {
                    Place place = places.at(it.pointer());
                    return new RuleProblem(path, place.line(), place.column(), it.detail());
                })
                .toList();
    }

    private List<Violation> violations() {
        try {
            return Schemas.shipped().violations("rule-case", json(), "#");
        } catch (ProblemException e) {
            return e.problem().errors();
        }
    }

    /**
     * Its cases, in order.
     *
     * @throws ProblemException if it is not JSON
     */
    public List<RuleCase> cases() {
        JsonNode listed = json().path("cases");
        JsonPlaces places = JsonPlaces.of(text);
        List<RuleCase> cases = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            if (listed.get(i) instanceof ObjectNode object) {
                cases.add(new RuleCase(
                        decision, path, i + 1, places.at("/cases/" + i).line(), object));
            }
        }
        return cases;
    }
}
