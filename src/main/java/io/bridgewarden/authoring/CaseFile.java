package io.bridgewarden.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.ShippedFolder;
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
     * @throws io.bridgewarden.documents.ProblemException if it is not JSON
     */
    public JsonNode json() {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Its cases, in order.
     *
     * @throws io.bridgewarden.documents.ProblemException if it is not JSON
     */
    public List<RuleCase> cases() {
        List<RuleCase> cases = new ArrayList<>();
        for (JsonNode it : json().path("cases")) {
            if (it instanceof ObjectNode object) {
                cases.add(new RuleCase(decision, path, cases.size() + 1, object));
            }
        }
        return cases;
    }
}
