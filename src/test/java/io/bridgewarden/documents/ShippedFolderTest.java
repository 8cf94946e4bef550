package io.bridgewarden.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedFolderTest {
    private static final String FILE = "/rules/bridge";

    @TempDir
    Path folder;

    private URL inJar() throws IOException {
        Path jar = folder.resolve("with space.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(FILE.substring(1)));
            out.write('x');
            out.closeEntry();
        }
        return URI.create("jar:" + jar.toUri() + "!" + FILE).toURL();
    }

    private static String read(Path parent) {
        try {
            return Files.readString(parent.resolve("bridge"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void isReadInAJarWhileSomebodyElseReadsIt() throws IOException {
        URL url = inJar();

        String read = ShippedFolder.around(
                url, FILE, outer -> ShippedFolder.around(url, FILE, ShippedFolderTest::read) + read(outer));

        assertThat(read).isEqualTo("xx");
    }

    @Test
    void isReadInAFolder() {
        assertThat(ShippedFolder.<Boolean>around("/rules/bridge", it -> Files.isDirectory(it.resolve("bridge"))))
                .isTrue();
    }
}
