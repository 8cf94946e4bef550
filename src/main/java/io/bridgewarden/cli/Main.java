package io.bridgewarden.cli;

import io.bridgewarden.http.FrontEnd;
import io.bridgewarden.http.KeysFile;
import io.bridgewarden.store.StoreException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The command line. */
@Command(
        name = "bridgewarden",
        description = "Decides how calls are handled, by rules, and says why.",
        versionProvider = Main.Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            DecideCommand.class,
            TestCommand.class,
            CheckCommand.class,
            KeyCommand.class,
            AclCommand.class,
            ConfigCommand.class,
            InitCommand.class,
            CommandLine.HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:not done; standard error says why", "2:the command line is wrong"})
public final class Main implements Runnable {
    private static final int FAILED = 1;

    @CommandLine.Spec
    private @Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs a command and tells its exit code; ends no process. */
    static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, commandLine, parsed) -> {
                    commandLine.getErr().println("bridgewarden: " + inWords(failure));
                    return FAILED;
                })
                .setParameterExceptionHandler(Main::wrongUse);
    }

    private static int wrongUse(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine commandLine = wrong.getCommandLine();
        commandLine.getErr().println("bridgewarden: " + wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, commandLine.getErr());
        commandLine.getErr().println("see: " + commandLine.getCommandSpec().qualifiedName() + " --help");
        return commandLine.getCommandSpec().exitCodeOnInvalidInput();
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "a command is expected");
        }
    }

    private static String inWords(Exception failure) {
        if (failure instanceof CommandFailure
                || failure instanceof FrontEnd.NotListening
                || failure instanceof KeysFile.Unusable
                || failure instanceof StoreException) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof UncheckedIOException io && io.getCause() != null) {
            return "cannot read `%s`".formatted(io.getCause().getMessage());
        }
        // A defect of ours; where it has no words, its kind at least helps whoever is told of it.
        return "it failed unexpectedly: "
                + Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName());
    }

    /** The version the jar was built as. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"bridgewarden " + number()};
        }

        static String number() {
            String version = Main.class.getPackage().getImplementationVersion();
            return version == null ? "unreleased" : version;
        }
    }
}
