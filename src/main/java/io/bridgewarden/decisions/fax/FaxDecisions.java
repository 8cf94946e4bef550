package io.bridgewarden.decisions.fax;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Decider;
import io.bridgewarden.decisions.Given;
import io.bridgewarden.decisions.Overrides;
import io.bridgewarden.decisions.Parts;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.decisions.Verdict;
import io.bridgewarden.decisions.Warning;
import io.bridgewarden.dialect.FileNames;
import io.bridgewarden.facts.FaxSettings;
import io.bridgewarden.facts.ReceivedFax;
import io.bridgewarden.rules.Evaluation;
import io.bridgewarden.store.EffectiveConfig;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Decides which file a received fax is kept in (reference, config-keys 6). Safe to share between threads. */
public final class FaxDecisions implements Decider {
    @Override
    public String name() {
        return "fax";
    }

    @Override
    public Overrides overrides(ObjectNode request) {
        return Overrides.asRead(request);
    }

    @Override
    public CompletionStage<Verdict> decide(Question question) {
        EffectiveConfig config = question.config();
        Given given = new Given(question.request(), "#");
        ReceivedFax fax = new ReceivedFax(given.needed("call_id"), given.safeText("local_filename"));
        List<Object> facts =
                List.of(new FaxSettings(config.text("fax_file_path"), config.text("default_fax_extension")), fax);
        Evaluation evaluation = question.rulebook().evaluate(name(), facts);
        Parts parts = Parts.resolve(evaluation);
        FaxResult result = new FaxResult(file(fax, parts), parts.because(), Warning.ofConfig(config));
        return CompletableFuture.completedFuture(new Verdict(result, facts, evaluation));
    }

    /** Where no rule names a file, it is called after the call, in no directory. */
    private static String file(ReceivedFax fax, Parts parts) {
        String encoded = FileNames.encode(fax.callId());
        return parts.one(NamedFile.class)
                .map(NamedFile::path)
                .or(() -> parts.one(FileAfterCall.class)
                        .map(it -> FileNames.join(it.directory(), encoded + it.extension())))
                .orElse(encoded);
    }
}
