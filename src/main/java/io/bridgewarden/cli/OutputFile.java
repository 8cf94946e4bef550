package io.bridgewarden.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes files that a user names. */
final class OutputFile {
    private OutputFile() {}

    /** @throws CommandFailure if it cannot be written */
    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new CommandFailure("cannot write `%s`".formatted(file));
        }
    }
}
