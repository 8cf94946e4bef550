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
import io.bridgewarden.rules.Overlay;
import io.bridgewarden.rules.Overlay.SetAside;
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
import org.jspecify.annotations.Nullable;

/**
 * A file of cases, {@code DECISION/cases/NAME.json}.
 *
 * @param decision folder whose rules it is about
 * @param path from the rule directory, with forward slashes
 * @param text its content
 * @param over what lies over it, and takes some of its cases out; null where nothing does
 */
public record CaseFile(
        String decision, String path, String text, @Nullable Overlay over) {
    /** Those shipped with the service, by path. */
    public static List<CaseFile> shipped() {
        return ShippedFolder.around("/rules/bridge", CaseFile::in);
    }

    /**
     * Those that the rules of a directory have to answer: its own, and where it lies over the shipped rules, theirs too,
     * without the cases of rules it replaces and those it sets aside.
     *
     * @throws UncheckedIOException if one cannot be read
     * @throws io.bridgewarden.rules.RulebookException if its {@code overlay.json} is not of its schema
     */
    public static List<CaseFile> of(Path directory) {
        List<CaseFile> files = new ArrayList<>(in(directory));
        Overlay.in(directory).ifPresent(overlay -> shipped().forEach(it -> files.add(it.under(overlay))));
        return files;
    }

    private CaseFile under(Overlay overlay) {
        return new CaseFile(decision, path, text, overlay);
    }

    /**
     * Those that lie in a rule directory, by path.
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
                    Files.readString(file),
                    null);
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

    private boolean isTakenOut(RuleCase found) {
        return over != null
                && (over.replaces().contains(found.rule())
                        || over.setsAside().contains(new SetAside(found.rule(), found.because())));
    }

    /**
     * Its cases that count, in order.
     *
     * @throws ProblemException if it is not JSON
     */
    public List<RuleCase> cases() {
        JsonNode listed = json().path("cases");
        JsonPlaces places = JsonPlaces.of(text);
        List<RuleCase> cases = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            if (listed.get(i) instanceof ObjectNode object) {
                RuleCase found = new RuleCase(
                        decision, path, i + 1, places.at("/cases/" + i).line(), object);
                if (!isTakenOut(found)) {
                    cases.add(found);
                }
            }
        }
        return cases;
    }
}
