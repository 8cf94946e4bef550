package io.bridgewarden.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import java.util.ArrayList;
import java.util.List;
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

/** {@code bridgewarden acl}: the verbs that operators of KAZOO know (reference, acl 6). */
@Command(
        name = "acl",
        description = "Reads and edits the network lists of a running service.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = AclTestCommand.class,
        footer = {
            "",
            "An entry holds from the next decision on, for every node. Switches load it with their command reloadacl."
        })
final class AclCommand implements Runnable {
    private static final String CARRIERS = "trusted";
    private static final String SBCS = "authoritative";
    private static final String BUILT_IN = ".auto";
    private static final String ACL = "acl";
    private static final String V1 = "v1";

    @Spec
    @Nullable
    CommandSpec spec;

    /** An entry as operators name it. */
    static final class Entry {
        @Parameters(
                index = "0",
                paramLabel = "NAME",
                description = "What the entry is called; of another one of its name it takes the place.")
        String name = "";

        @Parameters(
                index = "1",
                arity = "0..1",
                split = ",",
                paramLabel = "ADDRESS",
                description = "Block, address or host name, or several with commas. Default: the name.")
        @Nullable
        List<String> addresses;

        @Option(
                names = "--port",
                split = ",",
                paramLabel = "PORT",
                description = "Source port that it holds for, or several with commas. Default: any.")
        @Nullable
        List<Integer> ports;

        @Option(names = "--description", paramLabel = "TEXT", description = "A remark for people.")
        @Nullable
        String description;

        ObjectNode document(String type) {
            ObjectNode entry = Json.mapper().createObjectNode().put("type", type);
            ArrayNode cidr = entry.putArray("cidr");
            (addresses == null ? List.of(name) : addresses).forEach(cidr::add);
            if (ports != null) {
                ArrayNode all = entry.putArray("ports");
                ports.forEach(all::add);
            }
            return description == null ? entry : entry.put("description", description);
        }
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(commandLine(), "a command is expected");
    }

    @Command(
            name = "allow-carrier",
            aliases = "allow_carrier",
            description = "Lets calls from an address in without a challenge (list trusted).",
            mixinStandardHelpOptions = true)
    int allowCarrier(@Mixin Entry entry, @Mixin Remote remote) {
        return put(CARRIERS, "allow", entry, remote);
    }

    @Command(
            name = "deny-carrier",
            aliases = "deny_carrier",
            description = "Keeps calls from an address out of the list trusted.",
            mixinStandardHelpOptions = true)
    int denyCarrier(@Mixin Entry entry, @Mixin Remote remote) {
        return put(CARRIERS, "deny", entry, remote);
    }

    @Command(
            name = "allow-sbc",
            aliases = "allow_sbc",
            description = "Lets an address speak for others, as a session border controller does (list authoritative).",
            mixinStandardHelpOptions = true)
    int allowSbc(@Mixin Entry entry, @Mixin Remote remote) {
        return put(SBCS, "allow", entry, remote);
    }

    @Command(
            name = "deny-sbc",
            aliases = "deny_sbc",
            description = "Keeps an address out of the list authoritative.",
            mixinStandardHelpOptions = true)
    int denySbc(@Mixin Entry entry, @Mixin Remote remote) {
        return put(SBCS, "deny", entry, remote);
    }

    @Command(
            name = "remove",
            aliases = "remove_acl",
            description = "Removes an entry that was put by one of these commands, or over HTTP.",
            mixinStandardHelpOptions = true)
    int remove(
            @Parameters(paramLabel = "NAME", description = "What the entry is called.") String name,
            @Option(
                            names = "--list",
                            paramLabel = "LIST",
                            description = "Its list; needed where several have an entry of the name.")
                    @Nullable
                    String list,
            @Mixin Remote remote) {
        String of = list == null ? holder(name, remote) : list;
        remote.delete(V1, ACL, of, name);
        print("%s: removed %s".formatted(of, name));
        return 0;
    }

    private static String holder(String name, Remote remote) {
        List<String> lists = own(remote);
        List<String> holders = lists.stream()
                .filter(it -> remote.get(V1, ACL, it, name).isPresent())
                .toList();
        if (holders.size() == 1) {
            return holders.get(0);
        }
        throw new CommandFailure(
                holders.isEmpty()
                        ? "no entry `%s` is kept; `bridgewarden acl list` shows those there are, and where they come from"
                                .formatted(name)
                        : "entry `%s` is in several lists; say which by `--list`: %s"
                                .formatted(name, String.join(", ", holders)));
    }

    @Command(
            name = "list",
            aliases = "acl_summary",
            description = "Prints a list, or all but those built into the switch; of equal blocks the first decides.",
            mixinStandardHelpOptions = true)
    int list(
            @Parameters(arity = "0..1", paramLabel = "LIST", description = "The list. Default: all of them.") @Nullable
                    String list,
            @Mixin Remote remote) {
        Table table = new Table("LIST", "TYPE", "BLOCK", "PORTS", "ENTRY", "FROM");
        Set<String> notes = new TreeSet<>();
        for (String name : list == null ? own(remote) : List.of(list)) {
            JsonNode of = remote.get(V1, ACL, name)
                    .orElseThrow(
                            () -> new CommandFailure("there is no list `%s`, so it lets nobody in".formatted(name)));
            of.path("nodes")
                    .forEach(it -> table.add(
                            name,
                            it.path("type").asText(),
                            it.path("cidr").asText(),
                            it.path("ports").asText("any"),
                            it.path("entry").asText("-"),
                            from(it)));
            table.add(name, of.path("default").asText(), "anything else", "any", "-", "default");
            of.path("notices")
                    .forEach(it -> notes.add(name + ": " + it.path("detail").asText()));
        }
        table.lines().forEach(this::print);
        notes.forEach(it -> print("note: " + it));
        return 0;
    }

    static String from(JsonNode node) {
        JsonNode origin = node.path("origin");
        String host = node.has("host")
                ? node.path("host").asText() + (node.path("stale").asBoolean() ? " (stale), " : ", ")
                : "";
        return host
                + origin.path("source").asText()
                + (origin.has("id") ? " " + origin.path("id").asText() : "");
    }

    @Command(
            name = "show",
            description = "Prints a list: its blocks in the order that decides between equal ones, and its default.",
            mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "LIST", description = "The list.") String list, @Mixin Remote remote) {
        return list(list, remote);
    }

    @Command(
            name = "flush",
            aliases = "flush_acls",
            description = "Has host names looked up again; until they are, their last known addresses serve.",
            mixinStandardHelpOptions = true)
    int flush(@Mixin Remote remote) {
        remote.delete(V1, "host-names");
        print("host names are looked up again");
        return 0;
    }

    private int put(String list, String type, Entry entry, Remote remote) {
        JsonNode kept = remote.put(entry.document(type), V1, ACL, list, entry.name);
        print("%s: %s %s as %s".formatted(list, type, blocks(kept.path("cidr")), entry.name));
        kept.path("notices").forEach(it -> print("note: " + it.path("detail").asText()));
        return 0;
    }

    private static String blocks(JsonNode cidr) {
        List<String> blocks = new ArrayList<>();
        cidr.forEach(it -> blocks.add(it.asText()));
        return cidr.isTextual() ? cidr.asText() : String.join(", ", blocks);
    }

    /** The lists but those that every switch has. */
    private static List<String> own(Remote remote) {
        JsonNode all = remote.get(V1, ACL)
                .orElseThrow(
                        () -> new CommandFailure("what answers at `%s` has no network lists".formatted(remote.url)));
        return all.path("lists").findValuesAsText("name").stream()
                .filter(it -> !it.endsWith(BUILT_IN))
                .toList();
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
