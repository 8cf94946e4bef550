package io.bridgewarden.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgewarden.rules.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    private static final String RULE = """
            package redirect;

            import io.bridgewarden.decisions.redirect.MoveBy;
            import io.bridgewarden.facts.MovedCall;

            rule "redirect: refer an answered call"
                @doc( "An answered call is moved by REFER." )
                @source( "site" )
                @since( "2026-11-27" )
            when
                MovedCall( answered == true )  // the call is answered
            then
                insertLogical( new MoveBy("deflect", "site") );
            end
            """;
    private static final String REQUEST_OF_REDIRECT = """
            { "switch_url": "sip:mod_sofia@192.0.2.1:11000",
              "channel": { "destination": "2001", "realm": "acme.example", "answered": false } }""".replace("\n", " ");

    @TempDir
    Path directory;

    private CheckReport check(String cases) throws IOException {
        write("redirect/site.drl", RULE);
        write("redirect/cases/site.json", cases);
        return Check.in(directory, Trust.CHECKED);
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static List<String> told(CheckReport report) {
        return report.findings().stream()
                .map(it -> "%s:%d:%d %s %s: %s"
                        .formatted(it.file(), it.line(), it.column(), it.severity(), it.code(), it.message()))
                .toList();
    }

    @Test
    void findsNothingWrongWithARuleAndItsCases() throws IOException {
        CheckReport report = check("""
                { "cases": [
                  { "rule": "redirect: refer an answered call", "because": "it is", "request": %s, "hit": true },
                  { "rule": "redirect: refer an answered call", "because": "it is not", "request": %s,
                    "misses": "the call is answered" } ] }
                """.formatted(REQUEST_OF_REDIRECT, REQUEST_OF_REDIRECT));

        assertThat(told(report)).isEmpty();
        assertThat(report.rules()).isEqualTo(1);
        assertThat(report.cases()).isEqualTo(2);
    }

    @Test
    void placesTextThatIsNotJson() throws IOException {
        CheckReport report = check("{ \"cases\": [\n  nonsense\n] }\n");

        assertThat(told(report))
                .anyMatch(it -> it.matches("redirect/cases/site.json:2:\\d+ ERROR malformed-cases: not JSON"));
    }

    @Test
    void placesWhatBreaksTheSchemaOfCases() throws IOException {
        CheckReport report = check("""
                { "cases": [
                  { "rule": "redirect: refer an answered call", "because": "it is", "request": %s,
                    "hits": true } ] }
                """.formatted(REQUEST_OF_REDIRECT));

        assertThat(told(report))
                .anyMatch(it -> it.startsWith("redirect/cases/site.json:3:13 ERROR invalid-case: #/cases/0/hits: "));
    }

    @Test
    void placesWhatBreaksTheSchemaOfTheRequest() throws IOException {
        CheckReport report = check("""
                { "cases": [
                  { "rule": "redirect: refer an answered call", "because": "it is", "hit": true,
                    "request": {
                      "nowhere": 1 } } ] }
                """);

        assertThat(told(report))
                .anyMatch(it ->
                        it.startsWith("redirect/cases/site.json:4:18 ERROR invalid-case: #/cases/0/request/nowhere: "));
    }

    @Test
    void suggestsTheRuleAndTheConditionThatACaseMeans() throws IOException {
        CheckReport report = check("""
                { "cases": [
                  { "rule": "redirect: refer an answerd call", "because": "it is", "request": %s, "hit": true },
                  { "rule": "redirect: refer an answered call", "because": "it is not", "request": %s,
                    "misses": "the call is answerd" } ] }
                """.formatted(REQUEST_OF_REDIRECT, REQUEST_OF_REDIRECT));

        assertThat(told(report))
                .containsExactly(
                        "redirect/cases/site.json:2:13 ERROR unknown-rule: there is no rule `redirect: refer an answerd"
                                + " call` in `redirect`; did you mean `redirect: refer an answered call`?",
                        "redirect/cases/site.json:4:15 ERROR unknown-condition: rule `redirect: refer an answered call`"
                                + " has no condition `the call is answerd`; did you mean `the call is answered`?");
    }

    @Test
    void warnsOfARuleWithoutACase() throws IOException {
        write("redirect/site.drl", RULE);

        CheckReport report = Check.in(directory, Trust.CHECKED);

        assertThat(told(report))
                .containsExactly("redirect/site.drl:6:1 WARNING no-case: rule `redirect: refer an answered call` has no"
                        + " case; add one to `redirect/cases`");
        assertThat(report.errors()).isZero();
        assertThat(report.warnings()).isOne();
    }

    @Test
    void knowsWhichDecisionsThereAre() throws IOException {
        write("redirekt/site.drl", RULE.replace("redirect;", "redirekt;").replace("redirect: ", "redirekt: "));

        CheckReport report = Check.in(directory, Trust.CHECKED);

        assertThat(told(report))
                .contains("redirekt/site.drl:1:1 ERROR unknown-decision: there is no decision `redirekt`; did you mean"
                        + " `redirect`?");
    }

    @Test
    void checksCasesThoughRulesAreBroken() throws IOException {
        write(
                "redirect/broken.drl",
                RULE.replace("answered == true", "answerd == true").replace("refer an answered call", "refer it"));
        CheckReport report = check("""
                { "cases": [
                  { "rule": "redirect: refer nothing", "because": "it is", "request": %s, "hit": true } ] }
                """.formatted(REQUEST_OF_REDIRECT));

        assertThat(report.findings().stream().map(Finding::code)).contains("unknown-field", "unknown-rule");
    }
}
