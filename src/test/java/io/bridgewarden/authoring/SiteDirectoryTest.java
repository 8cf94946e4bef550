package io.bridgewarden.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.rules.Rulebook;
import io.bridgewarden.rules.Trust;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteDirectoryTest {
    private static final String QUIET_RULE = """
            package bridge;

            import io.bridgewarden.decisions.bridge.Refused;
            import io.bridgewarden.facts.Endpoint;

            rule "bridge: do not ring an owner who wants quiet"
                @doc( "Whoever asked not to be disturbed is not rung." )
                @source( "this site" )
                @since( "2026-11-27" )
            when
                Endpoint( channelVariables["Do-Not-Disturb"] == "true",  // its owner wants quiet
                          $id : id )
            then
                insertLogical( new Refused($id, "do-not-disturb") );
            end
            """;

    private static final String SOME_RULE = Cases.shipped().stream()
            .filter(it -> it.decision().equals("redirect"))
            .map(RuleCase::rule)
            .findFirst()
            .orElseThrow();

    @TempDir
    Path directory;

    private SiteDirectory site;

    @BeforeEach
    void layOut() throws IOException {
        site = new SiteDirectory(directory);
        site.layOut();
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private JsonNode overlay() throws IOException {
        return Json.read(Files.readAllBytes(directory.resolve("overlay.json")));
    }

    @Test
    void aDirectoryLaidOutHasTheShippedCases() throws IOException {
        assertThat(Schemas.shipped().violations("overlay", overlay(), "#")).isEmpty();
        assertThat(Cases.in(directory)).isEqualTo(Cases.shipped());
    }

    @Test
    void aReplacedRuleIsListed() throws IOException {
        site.replace(SOME_RULE);

        assertThat(Schemas.shipped().violations("overlay", overlay(), "#")).isEmpty();
        assertThat(overlay().path("replaces")).extracting(JsonNode::textValue).containsExactly(SOME_RULE);
    }

    @Test
    void aSchemaIsThereForEveryReferenceOfOverlayAndCases() throws IOException {
        site.replace(SOME_RULE);

        assertThat(directory.resolve(overlay().path("$schema").asText())).exists();
        try (var files = Files.walk(directory)) {
            List<Path> cases =
                    files.filter(it -> it.getParent().endsWith("cases")).toList();
            assertThat(cases)
                    .hasSize(1)
                    .allSatisfy(it -> assertThat(it.getParent()
                                    .resolve(Json.read(Files.readAllBytes(it))
                                            .path("$schema")
                                            .asText()))
                            .exists());
        }
    }

    @Test
    void aRuleOfTheSiteIsAddedToTheShippedOnes() throws IOException {
        write("bridge/site-quiet.drl", QUIET_RULE);
        write("bridge/cases/site-quiet.json", """
                { "cases": [ {
                    "rule": "bridge: do not ring an owner who wants quiet", "because": "alice wants quiet, bob does not",
                    "request": { "endpoints": [
                        { "Invite-Format": "loopback", "Route": "2001", "Custom-Channel-Vars": { "Do-Not-Disturb": true } },
                        { "Invite-Format": "loopback", "Route": "2002" } ] },
                    "hit": true,
                    "result": { "legs": [ { "endpoint": 1 } ], "omitted": [ { "endpoint": 0, "reason": "do-not-disturb" } ] }
                } ] }
                """);

        try (Rulebook overlaid = Rulebook.loadFor(Set.of("bridge"), directory, Trust.CHECKED)) {
            CaseRunner runner = new CaseRunner(overlaid);

            assertThat(Cases.in(directory))
                    .filteredOn(it -> it.decision().equals("bridge"))
                    .hasSizeGreaterThan(100)
                    .allSatisfy(it -> assertThat(runner.run(it).mismatches()).isEmpty());
        }
    }

    @Test
    void casesOfAReplacedRuleGiveWayToTheSites() throws IOException {
        site.replace(SOME_RULE);

        assertThat(Cases.in(directory))
                .filteredOn(it -> it.rule().equals(SOME_RULE))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.file()).startsWith("redirect/cases/site-"));
    }

    @Test
    void aCaseThatIsSetAsideDoesNotCount() throws IOException {
        RuleCase first = Cases.shipped().get(0);
        var json = Json.mapper().createObjectNode().put("over", "shipped");
        json.putArray("sets_aside")
                .addObject()
                .put("rule", first.rule())
                .put("because", first.because())
                .put("why", "it is decided differently here");
        Files.writeString(directory.resolve("overlay.json"), json.toString());

        assertThat(Cases.in(directory)).doesNotContain(first).isNotEmpty();
    }

    @Test
    void whatIsThereIsNotOverwritten() throws IOException {
        write("overlay.json", "{ \"over\": \"shipped\" }");

        assertThatThrownBy(() -> new SiteDirectory(directory).layOut()).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(directory.resolve("overlay.json")).hasContent("{ \"over\": \"shipped\" }");
    }

    @Test
    void anUnknownRuleIsToldWithTheNearest() {
        assertThatThrownBy(() -> site.replace(SOME_RULE + "s")).hasMessageContaining("did you mean `" + SOME_RULE);
        assertThat(directory.resolve("redirect")).doesNotExist();
    }
}
