package io.bridgewarden.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;

/**
 * Folders that the service carries inside, whether in a jar or in a folder of classes. Several may be read at a time.
 */
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
        return around(url, file, reading);
    }

    static <T> T around(URL url, String file, Function<Path, T> reading) {
        try {
            if (!"jar".equals(url.getProtocol())) {
                return reading.apply(Objects.requireNonNull(Path.of(url.toURI()).getParent()));
            }
            Path jar = Path.of(
                    ((JarURLConnection) url.openConnection()).getJarFileURL().toURI());
            // One of its own: what is opened by its URI is shared, and there can be but one at a time.
            try (FileSystem opened = FileSystems.newFileSystem(jar)) {
                return reading.apply(Objects.requireNonNull(opened.getPath(file).getParent()));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no folder around `%s`".formatted(file), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
