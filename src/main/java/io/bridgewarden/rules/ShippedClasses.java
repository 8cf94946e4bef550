package io.bridgewarden.rules;

import io.bridgewarden.documents.ShippedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lists the classes of a package of the service, for suggestions in messages. */
final class ShippedClasses {
    private static final String CLASS = ".class";

    private ShippedClasses() {}

    /** Full names of the outermost classes of a package, sorted; none if there is no such package. */
    static List<String> of(String packageName) {
        String inside = "/%s/package-info.class".formatted(packageName.replace('.', '/'));
        return ShippedClasses.class.getResource(inside) == null
                ? List.of()
                : ShippedFolder.around(inside, folder -> in(folder, packageName));
    }

    private static List<String> in(Path folder, String packageName) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(it -> String.valueOf(it.getFileName()))
                    .filter(it -> it.endsWith(CLASS) && !it.contains("$") && !it.contains("-"))
                    .map(it -> packageName + "." + it.substring(0, it.length() - CLASS.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
