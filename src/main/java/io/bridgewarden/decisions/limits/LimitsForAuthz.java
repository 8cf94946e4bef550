package io.bridgewarden.decisions.limits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Explain;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.decisions.authz.LimitsAnswer;
import io.bridgewarden.documents.Json;
import io.bridgewarden.facts.NumberClass;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Answers authorization requests that bring the limits of those who pay. Safe to share between threads. */
public final class LimitsForAuthz implements LimitsAnswer {
    private static final List<String> TAKEN_OVER =
            List.of("account", "reseller", "master", "channels", "number_owner", "ip_owner", "resource", "region");

    private final LimitsDecisions limits;

    public LimitsForAuthz(LimitsDecisions limits) {
        this.limits = limits;
    }

    @Override
    public CompletionStage<Reply> ask(Question question, NumberClass number, String direction) {
        ObjectNode request = request(question.request(), number, direction);
        return limits.decide(
                        new Question(request, question.now(), question.config(), question.rulebook(), Explain.NONE))
                .thenApply(verdict -> {
                    LimitsResult result = (LimitsResult) verdict.result();
                    ObjectNode message = result.answered() ? Json.mapper().valueToTree(result) : null;
                    return new Reply(message, result);
                });
    }

    private static ObjectNode request(ObjectNode authz, NumberClass number, String direction) {
        JsonNode channel = authz.path("channel");
        ObjectNode request = Json.mapper().createObjectNode();
        ObjectNode call = request.putObject("call");
        call.put("direction", direction);
        call.put("number", number.number());
        copy(channel, "Call-ID", call, "call_id");
        copy(channel, "From-Network-Addr", call, "source_address");
        copy(channel, "Custom-Channel-Vars", call, "Custom-Channel-Vars");
        TAKEN_OVER.forEach(it -> copy(authz, it, request, it));
        return request;
    }

    private static void copy(JsonNode from, String name, ObjectNode to, String as) {
        JsonNode value = from.get(name);
        if (value != null) {
            to.set(as, value);
        }
    }
}
