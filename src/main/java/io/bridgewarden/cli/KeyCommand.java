package io.bridgewarden.cli;

import io.bridgewarden.http.Keys;
import io.bridgewarden.http.KeysFile;
import io.bridgewarden.http.Role;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bridgewarden key}. */
@Command(
        name = "key",
        description = "Makes API keys.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = KeyCommand.New.class)
final class KeyCommand implements Runnable {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "a command is expected: new");
        }
    }

    /** {@code bridgewarden key new}. */
    @Command(
            name = "new",
            description = "Makes a key and prints it once; only its SHA-256 is kept.",
            mixinStandardHelpOptions = true,
            versionProvider = Main.Version.class,
            footer = {"", "Callers send it as: Authorization: Bearer KEY"})
    static final class New implements Callable<Integer> {
        @Spec
        @Nullable
        CommandSpec spec;

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "Who will use it.")
        String name = "";

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                completionCandidates = RoleWords.class,
                description = "What it is good for; may be given several times: ${COMPLETION-CANDIDATES}.")
        List<String> roles = List.of();

        @Option(
                names = "--file",
                paramLabel = "FILE",
                description = "Keys file to add it to; made if it is not there. Without it, the entry is printed.")
        @Nullable
        Path file;

        @Override
        public Integer call() {
            Set<Role> granted = EnumSet.noneOf(Role.class);
            for (String role : roles) {
                granted.add(Role.of(role)
                        .orElseThrow(() -> new CommandFailure(
                                "there is no role `%s`; there are %s".formatted(role, Role.words()))));
            }
            String key = Keys.random();
            Keys.Entry entry = new Keys.Entry(name, Keys.digest(key), granted);
            if (file == null) {
                print("key:   " + key);
                print("entry: " + KeysFile.document(entry));
            } else {
                new KeysFile(file).add(entry);
                print(key);
            }
            return 0;
        }

        private void print(String line) {
            if (spec != null) {
                spec.commandLine().getOut().println(line);
                spec.commandLine().getOut().flush();
            }
        }
    }

    /** All roles, for the help. */
    static final class RoleWords implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Role.values()).map(Role::word).iterator();
        }
    }
}
