package io.bridgewarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.documents.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String RULE = """
            package redirect;

            import io.bridgewarden.decisions.redirect.MoveBy;
            import io.bridgewarden.facts.MovedCall;

            rule "redirect: refer, 100% of calls"
                @doc( "A call is moved by REFER." )
                @source( "site" )
                @since( "2026-11-27" )
            when
            \tMovedCall( answerd == true )
            then
                insertLogical( new MoveBy("deflect", "site") );
            end
            """;
    private static final String UNKNOWN =
            "`MovedCall` has no field `answerd`; did you mean `answered`? it has `answered`";

    @TempDir
    Path directory;

    private record Ran(int code, String out, String err) {
        JsonNode json() {
            return Json.read(out.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Ran(code, out.toString(), err.toString());
    }

    @BeforeEach
    void writeARule() throws IOException {
        Files.createDirectories(directory.resolve("redirect"));
        Files.writeString(directory.resolve("redirect/site.drl"), RULE);
    }

    @Test
    void findsNothingWrongWithWhatIsShipped() {
        Ran ran = run("check");

        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(ran.out()).matches("\\d{3,} rules and \\d{3,} cases checked: 0 errors, 0 warnings\n");
    }

    @Test
    void showsPeopleTheLineAndThePlace() {
        Ran ran = run("check", directory.toString());

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEqualTo("""
                %1$s/redirect/site.drl:6:1: warning: rule `redirect: refer, 100%% of calls` has no case; add one to \
                `redirect/cases` [no-case]
                  6 | rule "redirect: refer, 100%% of calls"
                    | ^

                %1$s/redirect/site.drl:11:13: error: %2$s [unknown-field]
                  11 | \tMovedCall( answerd == true )
                     | \t           ^

                1 rule and 0 cases checked: 1 error, 1 warning
                """.formatted(directory, UNKNOWN));
    }

    @Test
    void tellsProgramsInJson() {
        JsonNode report = run("check", directory.toString(), "--format", "json").json();

        assertThat(report.path("errors").asInt()).isEqualTo(1);
        assertThat(report.path("warnings").asInt()).isEqualTo(1);
        assertThat(report.at("/findings/1"))
                .isEqualTo(Json.read("""
                {"severity": "error", "code": "unknown-field", "file": "%s/redirect/site.drl", "line": 11, "column": 13,
                 "message": "%s"}""".formatted(directory, UNKNOWN).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void tellsServicesInSarif() {
        JsonNode log = run("check", directory.toString(), "--format", "sarif").json();

        JsonNode run = log.at("/runs/0");
        JsonNode result = run.at("/results/1");
        assertThat(log.path("version").asText()).isEqualTo("2.1.0");
        assertThat(run.at("/tool/driver/name").asText()).isEqualTo("bridgewarden");
        assertThat(run.path("results"))
                .hasSize(2)
                .allSatisfy(it -> assertThat(run.at("/tool/driver/rules")
                                .path(it.path("ruleIndex").asInt())
                                .path("id"))
                        .isEqualTo(it.path("ruleId")));
        assertThat(result.path("level").asText()).isEqualTo("error");
        assertThat(result.at("/message/text").asText()).isEqualTo(UNKNOWN);
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo(directory.resolve("redirect/site.drl").toUri().toString());
        assertThat(result.at("/locations/0/physicalLocation/region"))
                .isEqualTo(Json.read("{\"startLine\": 11, \"startColumn\": 13}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void namesFilesInSarifFromTheRootOfTheRepository() throws IOException {
        Path spaced = Files.createDirectories(directory.resolve("a site ü/redirect"));
        Files.writeString(spaced.resolve("site.drl"), RULE);
        Path fromHere = Path.of("").toAbsolutePath().relativize(spaced.getParent());

        JsonNode log = run("check", fromHere.toString(), "--format", "sarif").json();

        assertThat(log.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .startsWith("../")
                .endsWith("/a%20site%20%C3%BC/redirect/site.drl");
    }

    @Test
    void tellsGithubInItsCommands() {
        Ran ran = run("check", directory.toString(), "--format", "github");

        assertThat(ran.out()).isEqualTo("""
                ::warning file=%1$s/redirect/site.drl,line=6,col=1,title=no-case::rule `redirect: refer, 100%%25 of calls` \
                has no case; add one to `redirect/cases`
                ::error file=%1$s/redirect/site.drl,line=11,col=13,title=unknown-field::%2$s
                """.formatted(directory, UNKNOWN));
    }

    @Test
    void saysLoudlyThatFilesAreTrusted() throws IOException {
        Files.writeString(
                directory.resolve("redirect/site.drl"),
                RULE.replace("answerd", "answered")
                        .replace("rule \"", "function boolean yes() { return true; }\nrule \""));

        Ran held = run("check", directory.toString());
        Ran trusted = run("check", directory.toString(), "--trusted");

        assertThat(held.code()).isEqualTo(1);
        assertThat(held.out()).contains("a function is not allowed");
        assertThat(trusted.code()).as(trusted.out()).isZero();
        assertThat(trusted.err())
                .isEqualTo("bridgewarden: the rules of `%s` are trusted and not held to what rules are for\n"
                        .formatted(directory));
    }

    @Test
    void refusesWrongOptions() {
        Ran missing = run("check", directory.resolve("nowhere").toString());
        Ran format = run("check", "--format", "xml");

        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("there is no directory of rules `" + directory.resolve("nowhere") + "`");
        assertThat(format.code()).isEqualTo(2);
        assertThat(format.err()).contains("`xml` is not one of human, json, sarif, github");
    }
}
