package io.bridgewarden.decisions.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Decider;
import io.bridgewarden.decisions.Overrides;
import io.bridgewarden.decisions.Parts;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.decisions.Verdict;
import io.bridgewarden.decisions.Warning;
import io.bridgewarden.dialect.FileNames;
import io.bridgewarden.rules.Evaluation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Decides what a recording is called and how it is made (reference, config-keys 6). Safe to share between threads. */
public final class RecordingDecisions implements Decider {
    static final String NAME = "recording";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Overrides overrides(ObjectNode request) {
        return Overrides.asRead(request);
    }

    @Override
    public CompletionStage<Verdict> decide(Question question) {
        RecordingRequest request = RecordingRequest.read(question.request());
        List<Object> facts = new ArrayList<>();
        facts.add(RecordingNames.settings(question.config()));
        if (request.name() != null) {
            facts.add(request.name());
        }
        if (request.command() != null) {
            facts.add(request.command());
        }
        Evaluation evaluation = question.rulebook().evaluate(NAME, facts);
        List<Warning> warnings = new ArrayList<>(Warning.ofConfig(question.config()));
        warnings.addAll(request.warnings());
        RecordingResult result = result(request, Parts.resolve(evaluation), warnings);
        return CompletableFuture.completedFuture(new Verdict(result, facts, evaluation));
    }

    private static RecordingResult result(RecordingRequest request, Parts parts, List<Warning> warnings) {
        String file = request.name() == null
                ? parts.one(KnownFile.class).map(KnownFile::path).orElse("")
                : RecordingNames.file(request.name(), parts);
        if (request.command() == null) {
            return new RecordingResult(file, null, null, null, parts.because(), warnings);
        }
        Map<String, String> variables = new TreeMap<>();
        parts.all(SetVariable.class).forEach(it -> variables.put(it.name(), it.value()));
        return new RecordingResult(
                file,
                applications(request, parts, file),
                variables,
                request.channelVariables(),
                parts.because(),
                warnings);
    }

    // What is to be recorded without a limit, or to no file, is not recorded.
    private static List<String> applications(RecordingRequest request, Parts parts, String file) {
        Optional<String> application = parts.one(Run.class).map(Run::application);
        if (application.isEmpty() || file.isEmpty()) {
            return List.of();
        }
        Map<Limit.Of, String> limits = new EnumMap<>(Limit.Of.class);
        parts.all(Limit.class).forEach(it -> limits.put(it.of(), it.value()));
        return switch (application.get()) {
            case "record" ->
                limits.size() == Limit.Of.values().length
                        ? List.of("record " + file + " " + String.join(" ", limits.values()))
                        : List.of();
            case "record_session" ->
                limits.containsKey(Limit.Of.TIME)
                        ? List.of(
                                "unshift media_recordings=" + file,
                                "unshift ecallmgr_Media-Names=" + FileNames.last(file),
                                "unshift ecallmgr_Media-Recordings=" + request.recordingId(),
                                "record_session " + file + " +" + limits.get(Limit.Of.TIME))
                        : List.of();
            default -> List.of(application.get() + " " + file);
        };
    }
}
