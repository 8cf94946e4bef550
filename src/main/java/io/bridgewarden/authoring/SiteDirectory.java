package io.bridgewarden.authoring;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.ShippedFolder;
import io.bridgewarden.documents.Words;
import io.bridgewarden.rules.Overlay;
import io.bridgewarden.rules.RuleCopy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** A directory of a site's own rules over the shipped ones. What is there already is never overwritten. */
public final class SiteDirectory {
    private static final String GUIDE = "README.md";

    private final Path directory;
    private final List<Path> made = new ArrayList<>();

    /** @param directory made where it is missing */
    public SiteDirectory(Path directory) {
        this.directory = directory;
    }

    /** Whether rules can be added to it: it has its {@code overlay.json}. */
    public boolean isLaidOut() {
        return Files.exists(directory.resolve(Overlay.FILE));
    }

    /** The files that were made, in order. */
    public List<Path> made() {
        return List.copyOf(made);
    }

    /**
     * Makes {@code overlay.json}, the schemas that editors check cases by, and a guide.
     *
     * @throws FileAlreadyExistsException naming what is there already; nothing that stands is changed
     */
    public void layOut() throws IOException {
        ObjectNode overlay = Json.mapper().createObjectNode();
        overlay.put("$schema", "schemas/overlay.schema.json").put("over", "shipped");
        overlay.putArray("replaces");
        overlay.putArray("sets_aside");
        write(directory.resolve(Overlay.FILE), Json.pretty(overlay));
        write(directory.resolve(GUIDE), guide());
        ShippedFolder.around("/schemas/index.txt", folder -> {
            copySchemas(folder);
            return folder;
        });
    }

    /**
     * Puts a copy of a shipped rule and its cases there, and has it replace the shipped one.
     *
     * @param rule its full name
     * @throws UnknownRuleException if there is no shipped rule of that name
     * @throws FileAlreadyExistsException naming what is there already; nothing is changed
     */
    public void replace(String rule) throws IOException {
        RuleCopy copy = RuleCopy.of(rule).orElseThrow(() -> new UnknownRuleException(rule));
        String file = fileName(rule);
        Path decision = directory.resolve(copy.decision());
        write(decision.resolve(file + ".drl"), copy.text());
        write(decision.resolve("cases").resolve(file + ".json"), cases(rule));
        Path overlay = directory.resolve(Overlay.FILE);
        ObjectNode json = Json.readObject(Files.readAllBytes(overlay));
        ArrayNode replaces = json.withArrayProperty("replaces");
        replaces.add(rule);
        Files.writeString(overlay, Json.pretty(json));
    }

    /** There is no shipped rule of a name. */
    public static final class UnknownRuleException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownRuleException(String rule) {
            super("there is no shipped rule `%s`%s"
                    .formatted(
                            rule,
                            Words.nearest(rule, RuleCopy.names())
                                    .map("; did you mean `%s`?"::formatted)
                                    .orElse("")));
        }
    }

    private static String cases(String rule) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("$schema", "../../schemas/rule-case.schema.json");
        ArrayNode cases = json.putArray("cases");
        Cases.shipped().stream().filter(it -> it.rule().equals(rule)).forEach(it -> cases.add(it.json()));
        return Json.pretty(json);
    }

    // `site-` keeps it apart from the shipped files, which lie beneath.
    private static String fileName(String rule) {
        return "site-"
                + rule.substring(rule.indexOf(':') + 1)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-");
    }

    private void copySchemas(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".json")).sorted().toList()) {
                String name = Objects.requireNonNull(file.getFileName()).toString();
                write(directory.resolve("schemas").resolve(name), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        made.add(file);
    }

    private static String guide() throws IOException {
        try (InputStream guide = SiteDirectory.class.getResourceAsStream("/authoring/site-guide.md")) {
            return new String(Objects.requireNonNull(guide).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
