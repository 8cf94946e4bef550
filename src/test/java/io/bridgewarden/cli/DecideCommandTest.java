package io.bridgewarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecideCommandTest {
    @TempDir
    Path folder;

    @Test
    void compilesOnlyTheRulesThatTheDecisionNeeds() throws IOException {
        Files.createDirectories(folder.resolve("rules/redirect"));
        Files.createDirectories(folder.resolve("rules/fax"));
        Files.copy(Path.of("rules/redirect/moves.drl"), folder.resolve("rules/redirect/moves.drl"));
        Files.writeString(folder.resolve("rules/fax/files.drl"), "package fax;\nrule");
        Path request = Files.writeString(folder.resolve("request.json"), """
                { "switch_url": "sip:mod_sofia@192.0.2.20:11000",
                  "channel": { "destination": "2000", "realm": "acme.example", "answered": true } }
                """);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int code = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(
                        "decide",
                        "redirect",
                        request.toString(),
                        "--rules",
                        folder.resolve("rules").toString());

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString()).contains("\"method\" : \"deflect\"");
    }
}
