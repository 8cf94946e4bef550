package io.bridgewarden.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Answer;
import io.bridgewarden.decisions.Explain;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code bridgewarden decide}. */
@Command(
        name = "decide",
        description = "Decides one request, without a server: the same answer as over HTTP.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footer = {"", "Example: bridgewarden decide bridge request.json --explain why-not"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:decided", "1:not decided; standard error has the problem", "2:wrong options"})
final class DecideCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DECISION", description = "Name of the decision, such as bridge.")
    String decision = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The request, a JSON file; - is standard input.")
    String file = "-";

    @Option(
            names = "--explain",
            paramLabel = "WHAT",
            converter = ExplainConverter.class,
            description =
                    "Add the reasoning: none, rules (which fired, and on what) or why-not (also what kept endpoints out).")
    Explain explain = Explain.NONE;

    @Option(
            names = "--node",
            paramLabel = "NODE",
            description = "Node whose configuration applies, as `node` in the request.")
    @Nullable
    String node;

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            description = "The decision instant (RFC 3339), as `now` in the request.")
    @Nullable
    String now;

    @Mixin
    ServiceOptions service = new ServiceOptions();

    @Override
    public Integer call() throws IOException {
        byte[] request = read();
        try (Service opened = Service.openFor(decision, service)) {
            ObjectNode document = Json.readObject(request);
            if (node != null) {
                document.put("node", node);
            }
            if (now != null) {
                document.put("now", now);
            }
            Answer answer = opened.decisions()
                    .decide(decision, document, new Options(explain, true, true))
                    .toCompletableFuture()
                    .join();
            print(false, Json.pretty(answer));
            return 0;
        } catch (ProblemException e) {
            return failed(e.problem());
        } catch (CompletionException e) {
            if (e.getCause() instanceof ProblemException refused) {
                return failed(refused.problem());
            }
            throw e;
        }
    }

    private int failed(Problem problem) {
        print(true, Json.pretty(problem));
        return 1;
    }

    private byte[] read() throws IOException {
        if ("-".equals(file)) {
            return System.in.readAllBytes();
        }
        Path path = Path.of(file);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new CommandFailure("cannot read the request `%s`".formatted(file));
        }
        return Files.readAllBytes(path);
    }

    private void print(boolean toErr, String text) {
        if (spec != null) {
            var writer =
                    toErr ? spec.commandLine().getErr() : spec.commandLine().getOut();
            writer.print(text);
            writer.flush();
        }
    }

    /** Reads {@code --explain}. */
    static final class ExplainConverter implements ITypeConverter<Explain> {
        @Override
        public Explain convert(String word) {
            return Explain.of(word)
                    .orElseThrow(() ->
                            new TypeConversionException("`%s` is not one of none, rules, why-not".formatted(word)));
        }
    }
}
