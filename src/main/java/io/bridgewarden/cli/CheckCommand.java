package io.bridgewarden.cli;

import io.bridgewarden.authoring.Check;
import io.bridgewarden.authoring.CheckFormat;
import io.bridgewarden.authoring.CheckReport;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code bridgewarden check}. */
@Command(
        name = "check",
        description = "Checks rules and cases, and names every problem at its place. Cases are read, not run.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footer = {"", "Example: bridgewarden check rules --format github"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no errors; there may be warnings", "1:errors", "2:wrong options"})
final class CheckCommand implements Callable<Integer> {
    private static final int ERRORS = 1;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            description = "Directory of rules and cases, DIR/DECISION/*.drl and DIR/DECISION/cases/*.json. "
                    + "Default: what is shipped with the service.")
    @Nullable
    Path directory;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "human",
            converter = FormatConverter.class,
            description = "human (with the line and a mark at the place), json, sarif (2.1.0) or github (annotations "
                    + "of a workflow). Default: ${DEFAULT-VALUE}.")
    CheckFormat format = CheckFormat.HUMAN;

    @Mixin
    TrustOption trust = new TrustOption();

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        CheckReport report = report(command);
        PrintWriter out = command.commandLine().getOut();
        out.print(format.write(report, directory == null ? "rules" : directory.toString()));
        out.flush();
        return report.errors() == 0 ? 0 : ERRORS;
    }

    private CheckReport report(CommandSpec command) {
        if (directory == null) {
            return Check.shipped();
        }
        if (!Files.isDirectory(directory)) {
            throw new ParameterException(
                    command.commandLine(), "there is no directory of rules `%s`".formatted(directory));
        }
        return Check.in(directory, trust.in(directory));
    }

    /** Reads {@code --format}. */
    static final class FormatConverter implements ITypeConverter<CheckFormat> {
        @Override
        public CheckFormat convert(String word) {
            return CheckFormat.of(word)
                    .orElseThrow(() -> new TypeConversionException(
                            "`%s` is not one of human, json, sarif, github".formatted(word)));
        }
    }
}
