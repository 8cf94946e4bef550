package io.bridgewarden.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Folders that the service carries inside, whether in a jar or in a folder of classes. */
public final class ShippedFolder {
    private ShippedFolder() {}

    /**
     * Reads a folder; its path holds no longer than the reading.
     *
     * @param file absolute name of a resource right inside the folder, {@code /rules/bridge}
     */
    public static <T> T around(String file, Function<Path, T> reading) {
        URL url = Objects.requireNonNull(
                ShippedFolder.class.getResource(file), () -> "the service carries no `%s`".formatted(file));
        try {
            URI uri = url.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return reading.apply(Objects.requireNonNull(Path.of(uri).getParent()));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return reading.apply(Objects.requireNonNull(jar.getPath(file).getParent()));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no folder around `%s`".formatted(file), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
