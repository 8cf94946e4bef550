package io.bridgewarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The tutorial, followed to the letter: its files, its mistakes and what is said of them. */
class TutorialTest {
    private static final Path TUTORIAL = Path.of("docs/tutorial.md");

    @TempDir
    Path folder;

    private Path caseFile;
    private Path ruleFile;

    @BeforeEach
    void layOut() throws IOException {
        assertThat(run("init", folder.resolve("site").toString())).isEqualTo(block("text", "made site/overlay.json"));
        caseFile = folder.resolve("site/bridge/cases/site-do-not-disturb.json");
        ruleFile = folder.resolve("site/bridge/site-do-not-disturb.drl");
        Files.createDirectories(caseFile.getParent());
        Files.writeString(caseFile, block("json", "\"cases\": ["));
        Files.writeString(ruleFile, block("drl", "package bridge"));
    }

    /** What a command prints, with the directory by the name that the tutorial gives it. */
    private String run(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(out, true));
        int unused = commandLine.execute(arguments);
        return out.toString().replace(folder.resolve("site").toString(), "site");
    }

    private String check() {
        return run("check", folder.resolve("site").toString());
    }

    private String test() {
        return run("test", folder.resolve("site").toString(), "--filter", "do-not-disturb");
    }

    /** The block of the tutorial in a language that holds some text. */
    private static String block(String language, String holding) throws IOException {
        List<String> blocks = Pattern.compile("```%s\n(.*?)```".formatted(language), Pattern.DOTALL)
                .matcher(Files.readString(TUTORIAL))
                .results()
                .map(it -> it.group(1))
                .filter(it -> it.contains(holding))
                .toList();
        assertThat(blocks).as(holding).hasSize(1);
        return blocks.get(0);
    }

    private static void mend(Path file, String wrong, String right) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(wrong);
        Files.writeString(file, text.replace(wrong, right));
    }

    @Test
    void theMistakeInTheCaseIsToldAsPrinted() throws IOException {
        Files.delete(ruleFile);

        assertThat(check()).isEqualTo(block("text", "did you mean `hit`"));
    }

    @Test
    void theMistakeInTheRuleIsToldAsPrintedAndMendedIsNone() throws IOException {
        mend(caseFile, "\"hits\"", "\"hit\"");
        String printed = block("text", "did you mean `channelVariables`");
        String beforeFields = printed.substring(0, printed.indexOf("it has"));

        assertThat(check()).startsWith(beforeFields).endsWith(printed.substring(printed.indexOf("[unknown-field]")));

        mend(ruleFile, "chanelVariables", "channelVariables");
        assertThat(check()).isEqualTo(block("text", "checked: 0 errors"));
    }

    @Test
    void theMistakeInTheNearMissIsToldAndMendedPasses() throws IOException {
        mend(caseFile, "\"hits\"", "\"hit\"");
        mend(caseFile, "    }\n  ]\n}", "    },\n" + block("json", "and is no longer") + "  ]\n}");
        mend(ruleFile, "chanelVariables", "channelVariables");

        assertThat(test())
                .contains("1 passed, 1 failed", "- \"do-not-disturb\"", "+ \"fixed-address\"", "and is no longer")
                .contains("(shipped bridge/")
                .doesNotContain("(site/bridge/validity.drl");

        mend(
                caseFile,
                "\"endpoint\": 0, \"reason\": \"do-not-disturb\" }] }\n    }\n  ]",
                "\"endpoint\": 0, \"reason\": \"fixed-address\" }] }\n    }\n  ]");
        assertThat(test()).contains("ok: 2 passed, 0 failed");
    }

    @Test
    void aNameThatIsTakenIsToldAsPrinted() throws IOException {
        mend(caseFile, "\"hits\"", "\"hit\"");
        mend(ruleFile, "chanelVariables", "channelVariables");
        for (Path file : List.of(caseFile, ruleFile)) {
            mend(file, "bridge: do not ring whoever wants quiet", "bridge: reach a fixed address");
        }
        String printed = block("text", "is a shipped rule");

        assertThat(check()).startsWith(printed.substring(0, printed.indexOf("1 rule and")));
    }
}
