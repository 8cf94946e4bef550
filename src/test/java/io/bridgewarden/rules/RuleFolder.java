package io.bridgewarden.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** A directory of rules that tests write into, whole files at once. */
record RuleFolder(Path path) {
    /** A rule that always concludes this separator. */
    static String joining(String separator) {
        return """
                package bridge;

                import io.bridgewarden.decisions.bridge.JoinWith;
                import io.bridgewarden.facts.DecidedAt;

                rule "bridge: join"
                    @doc( "Legs are joined by this separator." )
                    @source( "a test" )
                    @since( "2026-01-15" )
                when
                    DecidedAt()
                then
                    insertLogical( new JoinWith("%s") );
                end
                """.formatted(separator);
    }

    /** A rule of another decision that concludes nothing of interest. */
    static String other() {
        return joining(";").replace("package bridge", "package fax").replace("bridge: join", "fax: join");
    }

    RuleFolder write(String file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    RuleFolder write(String file, byte[] text) {
        Path target = path.resolve(file);
        try {
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Path fresh = Files.createTempFile(path, ".", ".new");
            Files.write(fresh, text);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    void delete(String file) {
        try {
            Files.delete(path.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
