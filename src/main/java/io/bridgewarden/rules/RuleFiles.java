package io.bridgewarden.rules;

import io.bridgewarden.documents.ShippedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds rule files: those shipped inside the service, or those of a directory. */
final class RuleFiles {
    private RuleFiles() {}

    /** The files shipped with the service. */
    static List<RuleFile> shipped() {
        return ShippedFolder.around("/rules/bridge", RuleFiles::in);
    }

    /**
     * The files of a directory; over the shipped ones, where it has an {@code overlay.json}.
     *
     * @throws RulebookException if the two do not go together
     */
    static List<RuleFile> of(Path directory) {
        return of(directory, Trust.CHECKED);
    }

    /** As {@link #of(Path)}, the files of the directory trusted so far. */
    static List<RuleFile> of(Path directory, Trust trust) {
        return Overlay.in(directory)
                .map(overlay -> overlay.over(shipped(), in(directory, trust)))
                .orElseGet(() -> in(directory, trust));
    }

    /** The files {@code DIR/DECISION/NAME.drl}, sorted by path. */
    static List<RuleFile> in(Path directory) {
        return in(directory, Trust.CHECKED);
    }

    /** As {@link #in(Path)}, trusted so far. */
    static List<RuleFile> in(Path directory, Trust trust) {
        List<RuleFile> files = new ArrayList<>();
        for (Path decision : list(directory)) {
            if (!Files.isDirectory(decision)) {
                continue;
            }
            String name = name(decision);
            for (Path file : list(decision)) {
                if (name(file).endsWith(".drl")) {
                    String path = name + "/" + name(file);
                    files.add(new RuleFile(name, path, read(file, path), trust));
                }
            }
        }
        return List.copyOf(files);
    }

    /** {@code sha256:} and the digest of the files' names and contents, whatever their order. */
    static String revision(List<RuleFile> files) {
        MessageDigest digest = sha256();
        files.stream().sorted().forEach(file -> {
            digest.update((file.path() + "\0" + file.text() + "\0").getBytes(StandardCharsets.UTF_8));
        });
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    // A path of a jar's file system ends in a slash where it is a directory.
    private static String name(Path path) {
        String name = Objects.requireNonNull(path.getFileName()).toString();
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    /** What lies in a directory, sorted; what starts with a dot is an editor's or a file system's own. */
    static List<Path> list(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(it -> !name(it).startsWith(".")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file, String path) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new RulebookException(List.of(new RuleProblem(path, 1, 1, "is not text in UTF-8")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read `%s`".formatted(file), e);
        }
    }
}
