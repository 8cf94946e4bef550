package io.bridgewarden.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The file that keys are kept in: {@code {"keys":[{"name":"kamailio-1","sha256":"...","roles":["decide"]}]}}. Holds
 * digests, never keys.
 */
public final class KeysFile {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Set<String> MEMBERS = Set.of("name", "sha256", "roles");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path path;

    public KeysFile(Path path) {
        this.path = path;
    }

    /** Tells why a keys file is of no use, in words for whoever wrote it. */
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Unusable(String message) {
            super(message);
        }
    }

    /**
     * Reads the keys.
     *
     * @throws Unusable if the file cannot be read, is not of the form above, or holds no key
     */
    public Keys read() {
        List<Keys.Entry> entries = entries();
        if (entries.isEmpty()) {
            throw unusable("#/keys", "there is no key, so nobody could call");
        }
        return Keys.of(entries);
    }

    /**
     * Adds a key, in one step: whoever reads the file meanwhile finds it whole, with or without the key. Makes the file,
     * for its owner's eyes only, if it is not there.
     *
     * @throws Unusable if the file is not of the form above, has a key of that name, or cannot be written
     */
    public void add(Keys.Entry entry) {
        List<Keys.Entry> entries = new ArrayList<>(Files.exists(path) ? entries() : List.of());
        if (entries.stream().anyMatch(it -> it.name().equals(entry.name()))) {
            throw unusable("#/keys", "there is a key of the name `%s` already".formatted(entry.name()));
        }
        entries.add(entry);
        ObjectNode document = Json.mapper().createObjectNode();
        ArrayNode keys = document.putArray("keys");
        entries.forEach(it -> keys.add(document(it)));
        replace(Json.pretty(document));
    }

    /** The entry as it stands in the file. */
    public static ObjectNode document(Keys.Entry entry) {
        ObjectNode document = Json.mapper().createObjectNode();
        document.put("name", entry.name()).put("sha256", entry.sha256());
        ArrayNode roles = document.putArray("roles");
        entry.roles().stream().sorted().forEach(role -> roles.add(role.word()));
        return document;
    }

    private List<Keys.Entry> entries() {
        JsonNode keys = onlyMember(document(), "keys");
        if (!keys.isArray()) {
            throw unusable("#/keys", "a list of keys is expected");
        }
        List<Keys.Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode key : keys) {
            String pointer = "#/keys/" + entries.size();
            Keys.Entry entry = entry(key, pointer);
            if (!names.add(entry.name())) {
                throw unusable(pointer + "/name", "the name `%s` is given twice".formatted(entry.name()));
            }
            entries.add(entry);
        }
        return entries;
    }

    private Keys.Entry entry(JsonNode key, String pointer) {
        for (Iterator<String> members = key.fieldNames(); members.hasNext(); ) {
            String member = members.next();
            if (!MEMBERS.contains(member)) {
                throw unusable(pointer, "unknown member `%s`; a key has `name`, `sha256`, `roles`".formatted(member));
            }
        }
        String name = key.path("name").asText();
        if (!key.path("name").isTextual() || name.isBlank()) {
            throw unusable(pointer + "/name", "a name is expected");
        }
        String sha256 = key.path("sha256").asText();
        if (!SHA256.matcher(sha256).matches()) {
            throw unusable(pointer + "/sha256", "the SHA-256 of a key is expected, 64 hexadecimal digits");
        }
        return new Keys.Entry(name, sha256, roles(key.path("roles"), pointer + "/roles"));
    }

    private Set<Role> roles(JsonNode words, String pointer) {
        if (!words.isArray() || words.isEmpty()) {
            throw unusable(pointer, "a list of roles is expected: " + Role.words());
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (JsonNode word : words) {
            roles.add(Role.of(word.asText())
                    .orElseThrow(() -> unusable(
                            pointer, "unknown role `%s`; there are %s".formatted(word.asText(), Role.words()))));
        }
        return roles;
    }

    private ObjectNode document() {
        try {
            return Json.readObject(Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            throw new Unusable("keys file `%s`: there is no such file".formatted(path));
        } catch (IOException e) {
            throw new Unusable("keys file `%s`: cannot be read".formatted(path));
        } catch (ProblemException e) {
            var error = e.problem().errors().get(0);
            throw unusable(error.pointer(), error.detail());
        }
    }

    private JsonNode onlyMember(ObjectNode document, String member) {
        if (document.size() != 1 || !document.has(member)) {
            throw unusable("#", "one member is expected, `%s`".formatted(member));
        }
        return document.get(member);
    }

    private void replace(String text) {
        Path directory = path.toAbsolutePath().getParent();
        try {
            boolean posix = Files.getFileStore(directory).supportsFileAttributeView("posix");
            Path fresh = Files.createTempFile(directory, ".keys", ".new");
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            if (posix) {
                Files.setPosixFilePermissions(
                        fresh, Files.exists(path) ? Files.getPosixFilePermissions(path) : OWNER_ONLY);
            }
            move(fresh);
        } catch (IOException e) {
            throw new Unusable("keys file `%s`: cannot be written".formatted(path));
        }
    }

    private void move(Path fresh) throws IOException {
        try {
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Unusable unusable(String pointer, String detail) {
        return new Unusable("keys file `%s`, %s: %s".formatted(path, pointer, detail));
    }
}
