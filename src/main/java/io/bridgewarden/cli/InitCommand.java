package io.bridgewarden.cli;

import io.bridgewarden.authoring.SiteDirectory;
import io.bridgewarden.authoring.SiteDirectory.UnknownRuleException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bridgewarden init}. */
@Command(
        name = "init",
        description = "Lays out a directory for a site's own rules, over the shipped ones.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footer = {
            "",
            "What is there already is never overwritten. With --replace, it may be a directory that was laid out before.",
            "",
            "Example: bridgewarden init site --replace 'bridge: reach a fixed address'"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:not done; standard error says why", "2:wrong options"})
final class InitCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The directory; made where it is missing.")
    Path directory = Path.of(".");

    @Option(
            names = "--replace",
            paramLabel = "RULE",
            description = "Full name of a shipped rule to copy there, with its cases, for you to change. "
                    + "May be given several times.")
    List<String> replace = List.of();

    @Override
    public Integer call() throws IOException {
        SiteDirectory site = new SiteDirectory(directory);
        if (site.isLaidOut() && replace.isEmpty()) {
            throw new CommandFailure("`%s` is laid out already".formatted(directory));
        }
        try {
            if (!site.isLaidOut()) {
                site.layOut();
            }
            for (String rule : replace) {
                site.replace(rule);
            }
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure("`%s` is there already; nothing of it was changed".formatted(e.getFile()));
        } catch (UnknownRuleException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()));
        } finally {
            site.made().stream()
                    .filter(it -> !it.startsWith(directory.resolve("schemas")))
                    .forEach(it -> print("made " + it));
        }
        print("next: write rules there, then `bridgewarden check %s` and `bridgewarden test %s`"
                .formatted(directory, directory));
        return 0;
    }

    private void print(String line) {
        if (spec != null) {
            spec.commandLine().getOut().println(line);
            spec.commandLine().getOut().flush();
        }
    }
}
