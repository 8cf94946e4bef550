package io.bridgewarden.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tells which decisions of a rule directory have other rules or cases than at the last look. */
final class FolderWatch {
    private final Path directory;
    private Map<String, Map<String, String>> seen = Map.of();

    FolderWatch(Path directory) {
        this.directory = directory;
    }

    /** Looks; at the first look every decision is new. A file that just goes is looked at the next time. */
    Set<String> changed() {
        Map<String, Map<String, String>> now;
        try {
            now = contents();
        } catch (IOException | UncheckedIOException e) {
            return Set.of();
        }
        Set<String> changed = new TreeSet<>(now.keySet());
        changed.addAll(seen.keySet());
        changed.removeIf(it -> now.getOrDefault(it, Map.of()).equals(seen.get(it)));
        seen = now;
        return changed;
    }

    // Contents, since a time stamp may stay the same over two saves, and change where nothing did.
    private Map<String, Map<String, String>> contents() throws IOException {
        Map<String, Map<String, String>> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory, 3)) {
            for (Path file : (Iterable<Path>) files.filter(this::counts)::iterator) {
                Path path = directory.relativize(file);
                contents.computeIfAbsent(path.getName(0).toString(), it -> new TreeMap<>())
                        .put(path.toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private boolean counts(Path file) {
        Path path = directory.relativize(file);
        String name = path.toString();
        return (path.getNameCount() == 2 && name.endsWith(".drl"))
                || (path.getNameCount() == 3 && path.getName(1).toString().equals("cases") && name.endsWith(".json"));
    }
}
