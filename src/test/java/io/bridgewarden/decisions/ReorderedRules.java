package io.bridgewarden.decisions;

import io.bridgewarden.rules.Rulebook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The shipped rules of some decisions, last first, in files whose names sort the other way round. */
public final class ReorderedRules {
    private ReorderedRules() {}

    public static Rulebook of(List<String> decisions) {
        try {
            Path folder = Files.createTempDirectory("rules");
            for (String decision : decisions) {
                reorder(Path.of("rules", decision), Files.createDirectories(folder.resolve(decision)));
            }
            return Rulebook.load(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void reorder(Path shipped, Path target) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(shipped)) {
            files = found.filter(it -> it.toString().endsWith(".drl")).sorted().toList();
        }
        for (int i = 0; i < files.size(); i++) {
            String[] parts = Files.readString(files.get(i)).split("(?m)^(?=rule \")");
            List<String> reversed = new ArrayList<>(Arrays.asList(parts).subList(1, parts.length));
            Collections.reverse(reversed);
            Files.writeString(
                    target.resolve("%02d.drl".formatted(files.size() - i)), parts[0] + String.join("\n", reversed));
        }
    }
}
