package io.bridgewarden.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Files that the front end brings along. */
final class Resources {
    private Resources() {}

    /** The bytes of {@code /http/NAME}. */
    static byte[] read(String name) {
        try (InputStream in = Objects.requireNonNull(Resources.class.getResourceAsStream("/http/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
