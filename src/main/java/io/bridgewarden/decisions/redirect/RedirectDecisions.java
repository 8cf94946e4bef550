package io.bridgewarden.decisions.redirect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Decider;
import io.bridgewarden.decisions.Given;
import io.bridgewarden.decisions.Overrides;
import io.bridgewarden.decisions.Parts;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.decisions.Verdict;
import io.bridgewarden.decisions.Warning;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.facts.MovedCall;
import io.bridgewarden.facts.RedirectSettings;
import io.bridgewarden.rules.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Decides how a call is moved to another media server (reference, config-keys 5). Safe to share between threads. */
public final class RedirectDecisions implements Decider {
    // The user that switches call themselves by.
    private static final String SWITCH_USER = "mod_sofia";

    @Override
    public String name() {
        return "redirect";
    }

    @Override
    public Overrides overrides(ObjectNode request) {
        return Overrides.asRead(request);
    }

    @Override
    public CompletionStage<Verdict> decide(Question question) {
        ObjectNode request = question.request();
        Given channel = new Given((ObjectNode) request.get("channel"), "#/channel");
        List<Object> facts = List.of(
                new RedirectSettings(question.config().bool("redirect_via_proxy")),
                new MovedCall("true".equals(channel.isTrue("answered"))));
        Evaluation evaluation = question.rulebook().evaluate(name(), facts);
        RedirectResult result = result(question, channel, Parts.resolve(evaluation));
        return CompletableFuture.completedFuture(new Verdict(result, facts, evaluation));
    }

    private static RedirectResult result(Question question, Given channel, Parts parts) {
        MoveBy by = parts.one(MoveBy.class).orElseThrow(RedirectDecisions::undecided);
        MoveTo to = parts.one(MoveTo.class).orElseThrow(RedirectDecisions::undecided);
        List<Warning> warnings = new ArrayList<>(Warning.ofConfig(question.config()));
        warnings.addAll(channel.warnings());
        String server = new Given(question.request(), "#").neededSafe("switch_url");
        String destination = channel.neededSafe("destination");
        return switch (to.contact()) {
            case PROXY ->
                new RedirectResult(
                        by.method(),
                        "sip:" + destination + "@" + channel.neededSafe("realm"),
                        replaceFirst(server, SWITCH_USER + "@", ""),
                        parts.because(),
                        warnings);
            case SERVER ->
                new RedirectResult(
                        by.method(), replaceFirst(server, SWITCH_USER, destination), null, parts.because(), warnings);
        };
    }

    private static String replaceFirst(String text, String part, String by) {
        int at = text.indexOf(part);
        return at < 0 ? text : text.substring(0, at) + by + text.substring(at + part.length());
    }

    // Moving a call somewhere by guess would lose it.
    private static RuntimeException undecided() {
        return Problem.unavailable("no rule says how the call is moved").asException();
    }
}
