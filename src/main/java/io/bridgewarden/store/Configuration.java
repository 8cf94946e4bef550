package io.bridgewarden.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.Problem.Violation;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.documents.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The configuration in force: the ecallmgr document, and other configuration documents by name. Each has a section
 * {@code default} and sections named after zones and nodes. Immutable, safe to share between threads. Reading it never
 * changes it.
 */
public final class Configuration {
    private static final String ECALLMGR = "ecallmgr";
    private static final String PREFIX = "system_config.";

    private final Map<String, ObjectNode> documents;
    private final Set<String> sections;
    private final String revision;
    // One for each pair of sections at most: nodes and zones without a section of their own share.
    private final Map<Place, EffectiveConfig> effective = new ConcurrentHashMap<>();

    private record Place(@Nullable String node, @Nullable String zone) {}

    private Configuration(Map<String, ObjectNode> documents) {
        this.documents = Map.copyOf(documents);
        Set<String> names = new HashSet<>();
        documents.values().forEach(it -> it.fieldNames().forEachRemaining(names::add));
        this.sections = Set.copyOf(names);
        ObjectNode whole = Json.mapper().createObjectNode();
        documents.forEach(whole::set);
        this.revision = Canonical.digest(whole);
    }

    /** Every key at its default. */
    public static Configuration empty() {
        return of(Json.mapper().createObjectNode(), Map.of());
    }

    /**
     * A configuration of these documents, which are copied. Members that KAZOO's storage adds ({@code _id},
     * {@code pvt_type}) are left out.
     *
     * @param others other documents by name, {@code privacy}
     * @throws ProblemException {@code invalid-configuration} (422) with each mistake
     */
    public static Configuration of(ObjectNode ecallmgr, Map<String, ObjectNode> others) {
        Map<String, ObjectNode> documents = new TreeMap<>();
        others.forEach((name, document) -> documents.put(name, checked(name, document, "document `" + name + "`")));
        documents.put(ECALLMGR, checked(ECALLMGR, ecallmgr, "document `ecallmgr`"));
        return new Configuration(documents);
    }

    /**
     * Reads a configuration.
     *
     * @param path the ecallmgr document, or a directory of documents {@code NAME.json} or
     *     {@code system_config.NAME.json}, of which other files are ignored
     * @throws ProblemException {@code invalid-configuration} (422) that names the file, with each mistake in it
     */
    public static Configuration load(Path path) {
        Map<String, ObjectNode> documents = new TreeMap<>();
        if (Files.isDirectory(path)) {
            files(path).forEach((name, file) -> documents.put(name, read(name, file)));
            documents.putIfAbsent(ECALLMGR, Json.mapper().createObjectNode());
        } else {
            documents.put(ECALLMGR, read(ECALLMGR, path));
        }
        return new Configuration(documents);
    }

    private static Map<String, Path> files(Path directory) {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path file : entries.sorted().toList()) {
                String name = file.getFileName().toString();
                if (!name.endsWith(".json") || name.startsWith(".") || !Files.isRegularFile(file)) {
                    continue;
                }
                String document = name.substring(name.startsWith(PREFIX) ? PREFIX.length() : 0, name.length() - 5);
                Path other = files.put(document, file);
                if (other != null) {
                    throw refused("`%s` and `%s` are the same document; keep one".formatted(other, file), List.of());
                }
            }
        } catch (IOException e) {
            throw refused("the directory `%s` cannot be read".formatted(directory), List.of());
        }
        return files;
    }

    private static ObjectNode read(String name, Path file) {
        String where = "file `%s`".formatted(file);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            boolean there = Files.exists(file);
            throw refused(there ? where + " cannot be read" : "there is no " + where, List.of());
        }
        try {
            return checked(name, Json.readObject(bytes), where);
        } catch (ProblemException e) {
            throw refused(where, e.problem().errors());
        }
    }

    private static ObjectNode checked(String name, ObjectNode document, String where) {
        ObjectNode sections = Keys.sections(document);
        List<Violation> violations = new ArrayList<>(Keys.shape(sections));
        if (name.equals(ECALLMGR)) {
            sections.properties().forEach(it -> {
                if (it.getValue() instanceof ObjectNode section) {
                    violations.addAll(Keys.violations(section, Json.at("#", it.getKey())));
                }
            });
        }
        if (!violations.isEmpty()) {
            throw refused(where, violations);
        }
        return sections;
    }

    /**
     * This configuration with other sections of the ecallmgr document, each in place of the one of its name.
     *
     * @param sections have passed {@link #check}
     */
    Configuration over(Map<String, ObjectNode> sections) {
        if (sections.isEmpty()) {
            return this;
        }
        ObjectNode ecallmgr = ecallmgr().deepCopy();
        ecallmgr.setAll(sections);
        Map<String, ObjectNode> all = new TreeMap<>(documents);
        all.put(ECALLMGR, ecallmgr);
        return new Configuration(all);
    }

    /**
     * Checks a section of the ecallmgr document.
     *
     * @throws ProblemException {@code invalid-request} (422) with each mistake at its place in the section
     */
    static void check(ObjectNode section) {
        List<Violation> violations = Keys.violations(section, "#");
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).asException();
        }
    }

    private static ProblemException refused(String detail, List<Violation> violations) {
        return new Problem("invalid-configuration", "invalid configuration", 422, detail, violations).asException();
    }

    /** The ecallmgr document: its sections by name. Shared, not to be changed. */
    public ObjectNode ecallmgr() {
        return documents.getOrDefault(ECALLMGR, Json.mapper().createObjectNode());
    }

    /** {@code sha256:} and the digest of all documents; the order of members does not matter to it. */
    public String revision() {
        return revision;
    }

    /**
     * The configuration that holds for a node.
     *
     * @param node name of the node, {@code ecallmgr@host}; null: section {@code default} alone
     * @param zone zone of the node that asks; does not matter without a node
     */
    public EffectiveConfig effective(@Nullable String node, @Nullable String zone) {
        boolean known = node != null && !node.equals(Sections.DEFAULT);
        String zoneSection = known && zone != null && sections.contains(zone) ? zone : null;
        String nodeSection = known && sections.contains(node) ? node : zoneSection;
        return effective.computeIfAbsent(new Place(nodeSection, zoneSection), this::resolve);
    }

    private EffectiveConfig resolve(Place place) {
        ObjectNode ecallmgr = ecallmgr();
        Map<String, EffectiveConfig.Setting> settings = new HashMap<>();
        Keys.all().forEach((name, key) -> {
            Sections.Found found = Sections.find(ecallmgr, List.of(name), place.node(), place.zone());
            settings.put(name, EffectiveConfig.Setting.of(key, found));
        });
        return new EffectiveConfig(settings, new Others(documents, place.node(), place.zone()), revision);
    }

    /** Values of the other documents, for one node. */
    record Others(
            Map<String, ObjectNode> documents,
            @Nullable String node,
            @Nullable String zone) {
        JsonNode find(String document, String key) {
            JsonNode sections = documents.getOrDefault(document, Json.mapper().createObjectNode());
            return Sections.find(sections, List.of(key), node, zone).value();
        }
    }

    @Override
    public String toString() {
        return Words.shortened(revision);
    }
}
