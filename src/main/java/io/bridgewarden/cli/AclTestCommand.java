package io.bridgewarden.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bridgewarden acl test}. */
@Command(
        name = "test",
        description = "Asks a running service whether a list lets an address in, and which entry says so.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footer = {"", "Example: bridgewarden acl test 192.0.2.19 trusted"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:allowed", "1:not decided; standard error says why", "2:wrong options", "3:denied"})
final class AclTestCommand implements Callable<Integer> {
    private static final int DENIED = 3;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "IP", description = "The address.")
    String ip = "";

    @Parameters(
            index = "1",
            paramLabel = "LIST",
            description = "The list, or blocks in place of one, joined by commas.")
    String list = "";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Source port. Default: not known, so that entries with ports count as ones without.")
    int port;

    @Option(names = "--node", paramLabel = "NODE", description = "Node whose configuration applies.")
    @Nullable
    String node;

    @Mixin
    Remote remote = new Remote();

    @Override
    public Integer call() {
        ObjectNode request =
                Json.mapper().createObjectNode().put("list", list).put("ip", ip).put("port", port);
        if (node != null) {
            request.put("node", node);
        }
        JsonNode result = remote.decide("acl", request).path("result");
        boolean allowed = result.path("allow").asBoolean();
        print(result, allowed);
        return allowed ? 0 : DENIED;
    }

    private void print(JsonNode result, boolean allowed) {
        if (spec == null) {
            return;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("%s is %s by %s: %s"
                .formatted(
                        result.path("ip").asText(),
                        allowed ? "allowed" : "denied",
                        result.path("list").asText(),
                        result.path("reason").asText()));
        if (!result.path("covering").isEmpty()) {
            out.println();
            table(result).lines().forEach(out::println);
        }
        result.path("notices")
                .forEach(it -> out.println("note: " + it.path("detail").asText()));
        out.flush();
    }

    private static Table table(JsonNode result) {
        Table table = new Table("", "TYPE", "BLOCK", "PORTS", "ENTRY", "FROM");
        result.path("covering")
                .forEach(it -> table.add(
                        part(it, result),
                        it.path("type").asText(),
                        it.path("cidr").asText(),
                        it.path("ports").asText("any"),
                        it.path("name").asText("-"),
                        AclCommand.from(it)));
        return table;
    }

    private static String part(JsonNode entry, JsonNode result) {
        if (!entry.path("takes_part").asBoolean()) {
            return "other port";
        }
        return entry.equals(result.path("entry")) ? "decides" : "overruled";
    }
}
