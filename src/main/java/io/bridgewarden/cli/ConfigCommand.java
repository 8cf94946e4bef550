package io.bridgewarden.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.documents.Words;
import io.bridgewarden.store.Configuration;
import io.bridgewarden.store.Sections;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bridgewarden config}. */
@Command(
        name = "config",
        description = "Checks configuration files, and reads and changes the configuration of a running service.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "A change holds from the next decision on."})
final class ConfigCommand implements Runnable {
    private static final String V1 = "v1";
    private static final String CONFIG = "config";
    private static final int DIFFERENT = 3;

    @Spec
    @Nullable
    CommandSpec spec;

    /** Whose view is wanted. */
    static final class View {
        @Option(names = "--node", paramLabel = "NODE", description = "Node whose configuration is shown.")
        @Nullable
        String node;

        @Option(
                names = "--zone",
                paramLabel = "ZONE",
                description = "Zone of that node. Default: the one the service was started with.")
        @Nullable
        String zone;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(commandLine(), "a command is expected");
    }

    @Command(
            name = "show",
            description =
                    "Prints the configuration document, or one section of it; or every key as it holds for a node.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(arity = "0..1", paramLabel = "SECTION", description = "The section. Default: all of them.")
                    @Nullable
                    String section,
            @Option(
                            names = "--effective",
                            description = "Every key as it holds, the section it is from, and how many rules read it.")
                    boolean effective,
            @Mixin View view,
            @Mixin Remote remote) {
        if (effective) {
            printEffective(view, remote);
            return 0;
        }
        if (view.node != null || view.zone != null) {
            throw new CommandLine.ParameterException(commandLine(), "`--node` and `--zone` go with `--effective`");
        }
        ObjectNode document = document(remote);
        if (section != null && !document.has(section)) {
            throw new CommandFailure("the configuration has no section `%s`; it has %s"
                    .formatted(section, document.isEmpty() ? "none" : String.join(", ", names(document))));
        }
        commandLine().getOut().print(Json.pretty(section == null ? document : document.get(section)));
        commandLine().getOut().flush();
        return 0;
    }

    private void printEffective(View view, Remote remote) {
        JsonNode keys = remote.effective(view.node, view.zone).path("keys");
        Table table = new Table("KEY", "VALUE", "UNIT", "FROM", "RULES");
        keys.properties()
                .forEach(it -> table.add(
                        it.getKey(),
                        it.getValue().path("value").isNull()
                                ? "-"
                                : Words.shortened(text(it.getValue().path("value"))),
                        it.getValue().path("unit").asText("-"),
                        it.getValue().path("section").asText("(default)"),
                        Integer.toString(it.getValue().path("read_by").size())));
        table.lines().forEach(this::print);
    }

    @Command(
            name = "set",
            description = "Sets a key in one section.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "VALUE is JSON, or else a text: 3000, true, '{\"a\":1}', acme.example. null takes the key out of the section; "
                        + "an object changes the members it names."
            })
    int set(
            @Parameters(index = "0", paramLabel = "KEY", description = "The key.") String key,
            @Parameters(index = "1", paramLabel = "VALUE", description = "Its value.") String value,
            @Option(names = "--section", paramLabel = "SECTION", description = "The section. Default: default.")
                    @Nullable
                    String section,
            @Option(
                            names = "--node",
                            paramLabel = "NODE",
                            description =
                                    "Change the value where it holds for a node: in the node's section if that has the key, "
                                            + "else in default.")
                    @Nullable
                    String node,
            @Mixin Remote remote) {
        if (section != null && node != null) {
            throw new CommandLine.ParameterException(commandLine(), "`--section` and `--node` exclude each other");
        }
        JsonNode sections = overview(remote).path("sections");
        String written = section == null ? Sections.DEFAULT : section;
        if (node != null) {
            written = sections.path(node).path("keys").has(key) ? node : Sections.DEFAULT;
        }
        ObjectNode patch = Json.mapper().createObjectNode();
        patch.set(key, value(value));
        JsonNode before = sections.path(written);
        JsonNode now = remote.patch(patch, before.path("revision").textValue(), V1, CONFIG, written);
        print(
                now.has(key)
                        ? "%s: %s is %s".formatted(written, key, text(now.path(key)))
                        : "%s: %s is not set".formatted(written, key));
        if (before.path("source").asText().equals("file")) {
            print("note: section %s is kept from now on; what its file says of it does not hold any more"
                    .formatted(written));
        }
        return 0;
    }

    @Command(
            name = "check",
            description = "Checks configuration files without a service.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:they can be used", "1:they cannot; standard error names each mistake", "2:wrong use"})
    int check(
            @Parameters(
                            paramLabel = "FILE-or-DIR",
                            description =
                                    "The ecallmgr document, or a directory of documents NAME.json, as `serve --config` takes it.")
                    Path path) {
        Configuration configuration = load(path);
        int keys = 0;
        for (JsonNode section : configuration.ecallmgr()) {
            keys += section.size();
        }
        print("`%s` can be used; sections: %d, keys: %d, revision %s"
                .formatted(path, configuration.ecallmgr().size(), keys, configuration.revision()));
        return 0;
    }

    @Command(
            name = "diff",
            description = "Compares a file with what is in force.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "A line for each key: + is in the file only, - is in force only, and a key with two values has the one in force "
                        + "first."
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:they say the same",
                "3:they differ",
                "1:not compared; standard error says why",
                "2:wrong use"
            })
    int diff(
            @Parameters(paramLabel = "FILE-or-DIR", description = "The ecallmgr document, or a directory with it.")
                    Path path,
            @Mixin Remote remote) {
        ObjectNode wanted = load(path).ecallmgr();
        ObjectNode inForce = document(remote);
        boolean same = true;
        for (String section : names(inForce, wanted)) {
            JsonNode before = inForce.path(section);
            JsonNode after = wanted.path(section);
            for (String key : names(before, after)) {
                Optional<String> line = difference(before.path(key), after.path(key));
                line.ifPresent(it -> print(it.formatted(section + "/" + key)));
                same &= line.isEmpty();
            }
            if (before.isMissingNode() != after.isMissingNode() && before.isEmpty() && after.isEmpty()) {
                print((before.isMissingNode() ? "+ " : "- ") + section + " (empty)");
                same = false;
            }
        }
        return same ? 0 : DIFFERENT;
    }

    /** A line with a place for the key, if the values differ. */
    private static Optional<String> difference(JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        String old = text(before).replace("%", "%%");
        String wanted = text(after).replace("%", "%%");
        if (before.isMissingNode()) {
            return Optional.of("+ %s: " + wanted);
        }
        return Optional.of(after.isMissingNode() ? "- %s: " + old : "~ %s: " + old + " -> " + wanted);
    }

    private static Configuration load(Path path) {
        try {
            return Configuration.load(path);
        } catch (ProblemException e) {
            throw new CommandFailure(
                    "`%s` cannot be used: %s".formatted(path, e.problem().inWords()));
        }
    }

    private static JsonNode overview(Remote remote) {
        return remote.get(V1, CONFIG)
                .orElseThrow(
                        () -> new CommandFailure("what answers at `%s` has no configuration".formatted(remote.url)));
    }

    /** The document in force. */
    private static ObjectNode document(Remote remote) {
        ObjectNode document = Json.mapper().createObjectNode();
        overview(remote)
                .path("sections")
                .properties()
                .forEach(it -> document.set(it.getKey(), it.getValue().path("keys")));
        return document;
    }

    private static Set<String> names(JsonNode... objects) {
        Set<String> names = new TreeSet<>();
        List.of(objects).forEach(it -> it.fieldNames().forEachRemaining(names::add));
        return names;
    }

    private static JsonNode value(String text) {
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (ProblemException e) {
            return TextNode.valueOf(text);
        }
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : value.toString();
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("run by no command line");
        }
        return spec.commandLine();
    }

    private void print(String line) {
        commandLine().getOut().println(line);
        commandLine().getOut().flush();
    }
}
