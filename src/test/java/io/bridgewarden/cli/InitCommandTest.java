package io.bridgewarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InitCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int run(String... arguments) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }

    @Test
    void laysOutADirectoryAndSaysWhatItMade() {
        Path site = folder.resolve("site");

        int code = run("init", site.toString());

        assertThat(code).isZero();
        assertThat(out.toString()).contains("made " + site.resolve("overlay.json"), "bridgewarden test " + site);
        assertThat(site.resolve("schemas/rule-case.schema.json")).exists();
    }

    @Test
    void addsAReplacementToADirectoryThatIsLaidOut() {
        run("init", folder.toString());

        int code = run("init", folder.toString(), "--replace", "bridge: reach a fixed address");

        assertThat(code).isZero();
        assertThat(folder.resolve("bridge/site-reach-a-fixed-address.drl")).exists();
        assertThat(folder.resolve("overlay.json")).content().contains("bridge: reach a fixed address");
    }

    @Test
    void refusesToDoItTwice() throws IOException {
        run("init", folder.toString());
        Files.writeString(folder.resolve("README.md"), "ours");

        assertThat(run("init", folder.toString())).isEqualTo(1);
        assertThat(err).asString().isEqualTo("bridgewarden: `%s` is laid out already%n".formatted(folder));
        assertThat(folder.resolve("README.md")).hasContent("ours");
    }

    @Test
    void saysWhatWasMeantInsteadOfARuleThatDoesNotExist() {
        int code = run("init", folder.toString(), "--replace", "bridge: reach a fixed adress");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .contains("there is no shipped rule `bridge: reach a fixed adress`; "
                        + "did you mean `bridge: reach a fixed address`?");
    }
}
