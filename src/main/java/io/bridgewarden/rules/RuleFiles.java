package io.bridgewarden.rules;

import io.bridgewarden.documents.ShippedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        return Overlay.in(directory)
                .map(overlay -> overlay.over(shipped(), in(directory)))
                .orElseGet(() -> in(directory));
    }

    /** The files {@code DIR/DECISION/NAME.drl}, sorted by path. */
    static List<RuleFile> in(Path directory) {
        List<RuleFile> files = new ArrayList<>();
        for (Path decision : list(directory)) {
            if (!Files.isDirectory(decision)) {
                continue;
            }
            String name = name(decision);
            for (Path file : list(decision)) {
                if (name(file).endsWith(".drl")) {
                    files.add(new RuleFile(name, name + "/" + name(file), read(file)));
                }
            }
        }
        return List.copyOf(files);
    }

    /** {@code sha256:} and the digest of the files' names and contents, whatever their order. */
    static String revision(List<RuleFile> files) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        files.stream().sorted().forEach(file -> {
            digest.update((file.path() + "\0" + file.text() + "\0").getBytes(StandardCharsets.UTF_8));
        });
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    // A path of a jar's file system ends in a slash where it is a directory.
    private static String name(Path path) {
        String name = Objects.requireNonNull(path.getFileName()).toString();
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read `%s`".formatted(file), e);
        }
    }
}
