package io.bridgewarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.documents.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import picocli.CommandLine;

/** The command on a rule directory of one decision, whose files tests change. */
class TestCommandTest {
    private static final Path SHIPPED = Path.of("rules", "redirect");
    private static final String CASES = "moves.json";

    @TempDir
    Path folder;

    private Path decision;

    private record Ran(int code, String out, String err) {}

    @BeforeEach
    void copyTheShippedRules() throws IOException {
        decision = Files.createDirectories(folder.resolve("rules/redirect"));
        Files.createDirectory(decision.resolve("cases"));
        for (String it : new String[] {"moves.drl", "cases/" + CASES}) {
            Files.copy(SHIPPED.resolve(it), decision.resolve(it));
        }
    }

    private void copyFax() throws IOException {
        Files.createDirectories(folder.resolve("rules/fax/cases"));
        for (String it : new String[] {"files.drl", "cases/files.json"}) {
            Files.copy(Path.of("rules/fax", it), folder.resolve("rules/fax").resolve(it));
        }
    }

    private static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all =
                Stream.concat(Stream.of("test"), Arrays.stream(arguments)).toArray(String[]::new);
        return new Ran(commandLine.execute(all), out.toString(), err.toString());
    }

    private Ran test(String... more) {
        return run(Stream.concat(Stream.of(rules()), Arrays.stream(more)).toArray(String[]::new));
    }

    private String rules() {
        return folder.resolve("rules").toString();
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = decision.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    /** A rule that no longer does what its cases say. */
    private void breakTheRule() throws IOException {
        change("moves.drl", "new MoveBy(\"deflect\", ANSWERED)", "new MoveBy(\"<deflect & more>\", ANSWERED)");
    }

    @Test
    void runsWhatIsNotAllowedOnlyWhereTheRulesAreTrusted() throws IOException {
        change(
                "moves.drl",
                "new MoveBy(\"deflect\", ANSWERED)",
                "new MoveBy(String.join(\"\", \"deflect\"), ANSWERED)");

        assertThat(test().code()).isEqualTo(1);
        assertThat(test().err()).contains("moves.drl:");

        Ran trusted = test("--trusted");

        assertThat(trusted.code()).isZero();
        assertThat(trusted.err()).contains("are trusted and not held to what rules are for");
        assertThat(trusted.out()).contains("ok: 9 passed, 0 failed");
    }

    @Test
    void casesThatHoldPass() {
        Ran ran = test();

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).containsPattern("redirect +9 +0").contains("ok: 9 passed, 0 failed");
        assertThat(ran.code()).isZero();
    }

    @Test
    void aCaseThatFailsIsToldWithItsDifferenceAndTheRulesBehindIt() throws Exception {
        breakTheRule();

        Ran ran = test();

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .containsPattern("FAIL  .*/rules/redirect/cases/moves.json:\\d+\n")
                .containsPattern("rule     redirect: deflect an answered call \\(.*/rules/redirect/moves.drl:\\d+\\)")
                .contains("differs  /result/method\n")
                .contains("- \"deflect\"\n")
                .contains("+ \"<deflect & more>\"\n")
                .contains("fired    redirect: deflect an answered call\n")
                .contains("closest  redirect: redirect a call that nobody answered\n")
                .containsPattern("failed in `nobody has answered the call` \\(.*/moves.drl:\\d+\\)");
    }

    @Test
    void aRuleThatDoesNotFireIsToldWithTheConditionThatKeptIt() throws Exception {
        copyFax();
        change("../fax/files.drl", "localFilename != null", "localFilename == \"nowhere\"");

        Ran ran = test("--filter", "fax: keep it in");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains("differs  /hit: `fax: keep it in the file that the request names` should fire, and did not\n")
                .contains("fired    no rule\n")
                .contains("closest  fax: keep it in the file that the request names\n")
                .contains("failed in `the request names a file` (");
    }

    @Test
    void theRuleThatShouldHaveFiredIsToldBeforeOneThatCameCloser() throws Exception {
        change("moves.drl", "MovedCall( answered == true )", "MovedCall( answered == false, answered == true )");
        Files.writeString(decision.resolve("always.drl"), """
                package redirect;

                import io.bridgewarden.decisions.redirect.MoveBy;
                import io.bridgewarden.facts.MovedCall;

                rule "redirect: deflect every call"
                    @doc( "Every call is deflected." )
                    @source( "none" )
                    @since( "2026-11-27" )
                when
                    MovedCall()  // a call is moved
                then
                    insertLogical( new MoveBy("deflect", "always") );
                end
                """);

        assertThat(test("--filter", "redirect: deflect an answered call: it is answered")
                        .out())
                .contains("differs  /hit: `redirect: deflect an answered call` should fire, and did not\n")
                .contains("closest  redirect: deflect an answered call\n");
    }

    @Test
    void aNearMissHasToFailInTheConditionItNames() throws Exception {
        change("cases/" + CASES, "\"misses\": \"the call is answered\"", "\"misses\": \"the moon is full\"");

        assertThat(test().out()).contains("the first condition that fails is `the call is answered`");
        assertThat(test("--no-near-misses").code()).isZero();
    }

    @Test
    void aFilterChoosesByFileRuleAndReason() {
        assertThat(test("--filter", "DEFLECT").out()).containsPattern("redirect +[1-4] +0 ");
        assertThat(test("--filter", "redirect/cases/", "--no-near-misses").out())
                .contains("9 passed");
    }

    @Test
    void rulesThatNoChosenCaseNeedsAreNotCompiled() throws Exception {
        copyFax();
        change("../fax/files.drl", "localFilename != null", "localFilenam != null");

        assertThat(test("--filter", "redirect/", "--no-near-misses").code()).isZero();
        assertThat(test("--filter", "fax/", "--no-near-misses").err()).contains("localFilenam");
    }

    @Test
    void aFilterThatChoosesNothingIsNoSuccess() {
        Ran ran = test("--filter", "no such words");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("no case has `no such words` in its file, rule or `because`");
    }

    @Test
    void jsonTellsTheSameToPrograms() throws Exception {
        breakTheRule();

        Ran ran = test("--format", "json");

        JsonNode report = Json.read(ran.out().getBytes(StandardCharsets.UTF_8));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(report.path("failed").asInt()).isPositive();
        assertThat(report.path("passed").asInt() + report.path("failed").asInt())
                .isEqualTo(9)
                .isEqualTo(report.path("cases").size());
        JsonNode failed = Stream.iterate(0, it -> it + 1)
                .map(report.path("cases")::path)
                .filter(it -> !it.path("passed").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(failed.path("file").asText()).isEqualTo("redirect/cases/moves.json");
        assertThat(failed.path("rule_file").asText()).isEqualTo("redirect/moves.drl");
        assertThat(failed.at("/mismatches/0/expected").asText()).isEqualTo("deflect");
        assertThat(failed.at("/mismatches/0/actual").asText()).isEqualTo("<deflect & more>");
        assertThat(failed.at("/closest/rule").asText()).isEqualTo("redirect: redirect a call that nobody answered");
    }

    @Test
    void junitXmlSaysWhatServersOfContinuousIntegrationRead() throws Exception {
        breakTheRule();
        Path file = folder.resolve("report.xml");

        Ran ran = test("--format", "junit", "--output", file.toString());

        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Files.readAllBytes(file)));
        Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
        Element failure = (Element) xml.getElementsByTagName("failure").item(0);
        Element failed = (Element) failure.getParentNode();
        assertThat(ran.out()).contains("FAIL  ");
        assertThat(xml.getDocumentElement().getTagName()).isEqualTo("testsuites");
        assertThat(suite.getAttribute("name")).isEqualTo("redirect");
        assertThat(suite.getAttribute("tests")).isEqualTo("9");
        assertThat(suite.getAttribute("failures"))
                .isEqualTo(String.valueOf(xml.getElementsByTagName("failure").getLength()));
        assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(9);
        assertThat(failed.getAttribute("classname")).isEqualTo("redirect.moves");
        assertThat(failed.getAttribute("name")).startsWith("redirect: ");
        assertThat(failed.getAttribute("line")).matches("\\d+");
        assertThat(failure.getAttribute("message"))
                .isEqualTo("/result/method: expected `\"deflect\"`, and it is `\"<deflect & more>\"`");
        assertThat(failure.getTextContent()).contains("+ \"<deflect & more>\"");
    }

    @Test
    void rulesThatDoNotCompileAreNamedAtTheirPlace() throws Exception {
        change("moves.drl", "viaProxy == false", "viaProxi == false");

        Ran ran = test();

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).containsPattern("/rules/redirect/moves\\.drl:\\d+:\\d+: .*viaProxi");
    }

    @Test
    void casesThatBreakTheirSchemaAreNamedAtTheirPlace() throws Exception {
        change("cases/" + CASES, "\"hit\": true", "\"hits\": true");

        Ran ran = test();

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).containsPattern("/rules/redirect/cases/moves\\.json:\\d+:\\d+: ");
    }

    @Test
    void aFileThatIsNotJsonIsNamed() throws Exception {
        Files.writeString(decision.resolve("cases/" + CASES), "{\n \"cases\": [,\n");

        assertThat(test().err()).containsPattern("/moves\\.json:\\d+:\\d+: not JSON \\(line 2, column \\d+\\)");
    }

    @Test
    void wrongUseIsTold() {
        assertThat(test("--format", "xml")).isEqualTo(new Ran(2, "", """
                        bridgewarden: Invalid value for option '--format': `xml` is not one of human, json, junit
                        see: bridgewarden test --help
                        """));
        assertThat(run("--watch").code()).isEqualTo(2);
        assertThat(run(folder.resolve("nowhere").toString()).err()).contains("there is no directory of rules `");
    }

    @Test
    void coverageIsToldAndCanBeRequired() {
        Ran whole = test("--coverage", "--require", "rules=100,conditions=100");

        assertThat(whole.out()).contains("COVERAGE  RULES", "redirect  4/4 100 %  4/4 100 %");
        assertThat(whole.err()).isEmpty();
        assertThat(whole.code()).isZero();

        Ran some = test("--filter", "deflect an answered", "--require", "rules=25.5,conditions=100");

        assertThat(some.out())
                .containsPattern(
                        "/rules/redirect/moves.drl:20: `redirect: send a call back to the proxy` fires in every case")
                .containsPattern("/moves.drl:\\d+: `calls are moved over the proxy .*` is the first to fail in no case")
                .containsPattern("/moves.drl:\\d+: `calls are not moved over the proxy .*` holds in no case");
        assertThat(some.err()).isEqualTo("coverage of conditions is 2/4 50 %, and has to be 100 %\n");
        assertThat(some.code()).isEqualTo(1);
    }

    @Test
    void coverageIsWrittenAsPageAndAsJson() throws Exception {
        Path json = folder.resolve("coverage.json");

        Ran ran = test("--coverage-html", folder.toString(), "--coverage-json", json.toString());

        assertThat(ran.code()).isZero();
        assertThat(Json.read(Files.readAllBytes(json)).at("/conditions/percent").decimalValue())
                .isEqualByComparingTo("100");
        assertThat(folder.resolve("coverage.html")).content().contains("redirect: deflect an answered call");
        byte[] report = test("--coverage", "--format", "json").out().getBytes(StandardCharsets.UTF_8);
        assertThat(Json.read(report).path("coverage").toString())
                .isEqualTo(Json.read(Files.readAllBytes(json)).toString());
    }

    @Test
    void coverageThatCannotBeMeasuredIsWrongUse() {
        assertThat(test("--coverage", "--no-near-misses").code()).isEqualTo(2);
        assertThat(test("--require", "lines=100").err()).contains("`lines` is not one of rules, conditions");
        assertThat(test("--require", "rules=101").err()).contains("`101` is not a number from 0 to 100");
    }

    @Test
    @Timeout(120)
    void watchingRunsTheCasesOfWhatChanged() throws Exception {
        copyFax();
        StringWriter out = new StringWriter();
        CommandLine commandLine = Main.commandLine().setOut(new PrintWriter(out, true));
        Thread watching =
                new Thread(() -> commandLine.execute("test", rules(), "--watch", "--no-near-misses"), "watching");
        watching.start();
        try {
            await(out, "ok: 14 passed, 0 failed", 1);

            breakTheRule();
            await(out, "FAILED: ", 1);
            String second = out.toString().substring(out.toString().indexOf("ok: 14"));
            assertThat(second).contains("redirect ").doesNotContain("fax ");

            change("moves.drl", "viaProxy == false", "viaProxi == false");
            await(out, "the rules cannot be run; mend these", 1);

            change("moves.drl", "viaProxi == false", "viaProxy == false");
            change("moves.drl", "<deflect & more>", "deflect");
            await(out, "ok: 9 passed, 0 failed", 1);
        } finally {
            watching.interrupt();
            watching.join();
        }
    }

    private static void await(StringWriter out, String text, int times) throws InterruptedException {
        while (out.toString().split(Pattern.quote(text), -1).length <= times) {
            Thread.sleep(Duration.ofMillis(50).toMillis());
        }
    }
}
