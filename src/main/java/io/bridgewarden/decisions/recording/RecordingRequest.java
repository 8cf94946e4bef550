package io.bridgewarden.decisions.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Given;
import io.bridgewarden.decisions.Warning;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.facts.RecordingCommand;
import io.bridgewarden.facts.RecordingName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A recording request, read.
 *
 * @param name what the recording is called, if it says so
 * @param command what is to be done; null where only the file is asked for
 * @param recordingId id of the recording; empty where the command needs none
 * @param channelVariables what the channel is to remember of a recording that starts
 * @param warnings what was not read as it is written
 */
record RecordingRequest(
        @Nullable RecordingName name,
        @Nullable RecordingCommand command,
        String recordingId,
        Map<String, String> channelVariables,
        List<Warning> warnings) {
    private static final String RECORD = "record";
    private static final String RECORD_CALL = "record_call";
    private static final String START = "start";
    private static final List<String> REMEMBERED = List.of(
            "Media-Recorder",
            "Media-Name",
            "Media-Recording-ID",
            "Media-Recording-Endpoint-ID",
            "Media-Recording-Origin");
    private static final Pattern KEYS = Pattern.compile("none|any|[0-9A-Da-d*#]*");

    static RecordingRequest read(ObjectNode json) {
        if (!(json.get("request") instanceof ObjectNode message)) {
            return new RecordingRequest(name(json.path("name").asText(), "#/name"), null, "", Map.of(), List.of());
        }
        Given given = new Given(message, "#/request");
        String called = command(json, given);
        return called.equals(RECORD) ? message(message, given) : call(message, given);
    }

    private static String command(ObjectNode json, Given given) {
        String asked = json.path("op").asText();
        if (asked.equals(RECORD) || asked.equals(RECORD_CALL)) {
            return asked;
        }
        if (!asked.isEmpty()) {
            throw Problem.invalid("#/op", "contradiction", "`%s` goes with `name`, not with `request`".formatted(asked))
                    .asException();
        }
        String named = given.text("Application-Name");
        String inferred = given.text("Record-Action") == null ? RECORD : RECORD_CALL;
        return named == null ? inferred : named;
    }

    private static RecordingRequest message(ObjectNode message, Given given) {
        RecordingName name = name(given.needed("Media-Name"), "#/request/Media-Name");
        RecordingCommand command = new RecordingCommand(
                "message",
                given.number("Time-Limit"),
                given.number("Silence-Threshold"),
                given.number("Silence-Hits"),
                null,
                null,
                null,
                null,
                terminators(message));
        return new RecordingRequest(name, command, "", Map.of(), given.warnings());
    }

    private static RecordingRequest call(ObjectNode message, Given given) {
        String action = given.needed("Record-Action");
        boolean starts = action.equals(START);
        String called = starts ? given.needed("Media-Name") : given.text("Media-Name");
        RecordingName name = called == null ? null : name(called, "#/request/Media-Name");
        if (!starts) {
            RecordingCommand command = new RecordingCommand(action, null, null, null, null, null, null, null, null);
            return new RecordingRequest(name, command, "", Map.of(), given.warnings());
        }
        RecordingCommand command = new RecordingCommand(
                action,
                given.integer("Time-Limit"),
                null,
                null,
                given.integer("Record-Sample-Rate"),
                given.isTrue("Channels-As-Stereo"),
                given.bool("Follow-Transfer"),
                given.number("Record-Min-Sec"),
                terminators(message));
        String recordingId = given.neededSafe("Media-Recording-ID");
        Map<String, String> variables = new LinkedHashMap<>();
        for (String member : REMEMBERED) {
            String value = given.safeText(member);
            if (value != null) {
                variables.put(member, value);
            }
        }
        return new RecordingRequest(name, command, recordingId, variables, given.warnings());
    }

    // Only a directory is written as it is given: a file's own name is encoded.
    private static RecordingName name(String given, String pointer) {
        RecordingName name = RecordingNames.read(given);
        if (name.absolute() && Given.isUnsafe(name.directory())) {
            throw Given.unsafe(pointer);
        }
        return name;
    }

    private static @Nullable String terminators(ObjectNode message) {
        JsonNode given = message.path("Terminators");
        StringBuilder keys = new StringBuilder(given.isArray() ? "" : given.asText(""));
        given.forEach(it -> keys.append(it.asText()));
        if (!KEYS.matcher(keys).matches()) {
            throw Problem.invalid(
                            "#/request/Terminators",
                            "unknown-key",
                            "expected keys of a telephone, such as `#` or `1`, or `none` or `any`")
                    .asException();
        }
        return keys.isEmpty() ? null : keys.toString();
    }
}
