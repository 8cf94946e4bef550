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

/** The shipped rules of one decision, last first, in files whose names sort the other way round. */
public final class ReorderedRules {
    private ReorderedRules() {}

    public static Rulebook of(String decision) {
        try {
            Path folder = Files.createTempDirectory("rules");
            Path target = Files.createDirectories(folder.resolve(decision));
            List<Path> files;
            try (Stream<Path> found = Files.list(Path.of("rules", decision))) {
                files = found.filter(it -> it.toString().endsWith(".drl"))
                        .sorted()
                        .toList();
            }
            for (int i = 0; i < files.size(); i++) {
                String[] parts = Files.readString(files.get(i)).split("(?m)^(?=rule \")");
                List<String> reversed = new ArrayList<>(Arrays.asList(parts).subList(1, parts.length));
                Collections.reverse(reversed);
                Files.writeString(
                        target.resolve("%02d.drl".formatted(files.size() - i)), parts[0] + String.join("\n", reversed));
            }
            return Rulebook.load(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
