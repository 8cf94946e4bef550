package io.bridgewarden.decisions.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Decisions;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.ProblemException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingDecisionsTest {
    private static final Decisions DECISIONS = DecisionsFixture.shipped();

    private static JsonNode result(ObjectNode request) {
        return DecisionsFixture.result(DECISIONS, "recording", request, Options.PLAIN);
    }

    private static ObjectNode request(String json) {
        return Json.readObject(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            request/Media-Name         | {'request':{'Record-Action':'start','Media-Recording-ID':'r'}}
            request/Media-Name         | {'request':{'Record-Action':'start','Media-Recording-ID':'r','Media-Name':''}}
            request/Media-Name         | {'request':{}}
            request/Media-Name         | {'request':{'Media-Name':'/a${b}/c.wav'}}
            request/Media-Name         | {'op':'record_call','request':{'Record-Action':'stop','Media-Name':'/a\\n/c.wav'}}
            request/Media-Recording-ID | {'request':{'Record-Action':'start','Media-Name':'a'}}
            request/Media-Recording-ID | {'request':{'Record-Action':'start','Media-Name':'a','Media-Recording-ID':'${x}'}}
            request/Media-Recorder     | {'request':{'Record-Action':'start','Media-Name':'a','Media-Recording-ID':'r','Media-Recorder':'a\\nb'}}
            request/Record-Action      | {'op':'record_call','request':{'Media-Name':'a'}}
            request/Record-Action      | {'request':{'Record-Action':'pause'}}
            request/Terminators        | {'request':{'Media-Name':'a','Terminators':['#','${x}']}}
            op                         | {'op':'recording_filename','request':{'Media-Name':'a'}}
            """)
    void whatCannotBeRecordedIsRefusedWhereItStands(String pointer, String json) {
        ObjectNode request = request(json);

        assertThatThrownBy(() -> result(request)).rootCause().isInstanceOfSatisfying(ProblemException.class, it -> {
            assertThat(it.problem().status()).isEqualTo(422);
            assertThat(it.problem().errors().get(0).pointer()).isEqualTo("#/" + pointer);
        });
    }

    @Test
    void theRequestsOwnNameSaysWhatIsAsked() {
        JsonNode result =
                result(request("{'request':{'Application-Name':'record','Record-Action':'stop','Media-Name':'m'}}"));

        assertThat(result.at("/applications/0").asText()).isEqualTo("record /tmp/m.mp3 20 500 5");
    }

    @Test
    void theKeysOfAMessageMayBeRunTogether() {
        JsonNode result = result(request("{'request':{'Media-Name':'m','Terminators':'1#'}}"));

        assertThat(result.at("/variables/playback_terminators").asText()).isEqualTo("1#");
    }

    @Test
    void aPathBelowTheConfiguredDirectoryCannotBeLeftByAName() {
        JsonNode result = result(request("{'name':'../../etc/passwd'}"));

        assertThat(result.path("filename").asText()).isEqualTo("/tmp/passwd.mp3");
    }

    @Test
    void everyVariableNamesTheRuleThatSetIt() {
        JsonNode result =
                result(request("{'request':{'Record-Action':'start','Media-Name':'a','Media-Recording-ID':'r'}}"));

        assertThat(result.path("variables").properties())
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(result.path("because")).anySatisfy(it -> {
                    assertThat(it.path("part").asText()).isEqualTo(variable.getKey());
                    assertThat(it.path("rule").asText()).startsWith("recording: ");
                }));
    }

    @Property(tries = 300)
    void noNameAddsASecondArgumentOrCommand(@ForAll String name) {
        ObjectNode request = Json.mapper().createObjectNode();
        request.putObject("request").put("Media-Name", "x" + name.replace("/", ""));

        JsonNode applications = result(request).path("applications");

        assertThat(applications).hasSize(1);
        assertThat(applications.get(0).asText()).matches("record /tmp/[A-Za-z0-9_~+%-]+\\.(mp3|mp4|wav) 20 500 5");
    }
}
