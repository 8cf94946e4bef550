package io.bridgewarden.cli;

import io.bridgewarden.rules.Trust;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** {@code --trusted} of commands that read the rules of a directory. */
final class TrustOption {
    @Spec(Target.MIXEE)
    @Nullable
    CommandSpec command;

    @Option(
            names = "--trusted",
            description = "Do not hold the files to what rules are for: they may then do all that the service may.")
    boolean trusted;

    /** Says so where the rules of a directory are trusted. Those shipped with the service need no trust. */
    Trust in(@Nullable Path directory) {
        if (!trusted || directory == null) {
            return Trust.CHECKED;
        }
        Objects.requireNonNull(command)
                .commandLine()
                .getErr()
                .println("bridgewarden: the rules of `%s` are trusted and not held to what rules are for"
                        .formatted(directory));
        return Trust.TRUSTED;
    }
}
