package io.bridgewarden.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.DecisionsFixture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CaseRunnerTest {
    private static final CaseRunner RUNNER = new CaseRunner(DecisionsFixture.RULEBOOK);

    /** A shipped case of which one thing is changed. */
    private static RuleCase changed(boolean hits, Consumer<ObjectNode> change) {
        RuleCase shipped = CaseFile.shipped().stream()
                .filter(it -> it.decision().equals("redirect"))
                .flatMap(it -> it.cases().stream())
                .filter(it -> it.hits() == hits
                        && !it.isAboutOneThing()
                        && it.result().isObject())
                .findFirst()
                .orElseThrow();
        ObjectNode json = shipped.json().deepCopy();
        change.accept(json);
        return new RuleCase(shipped.decision(), shipped.file(), shipped.number(), shipped.line(), json);
    }

    @Test
    void aCaseThatHoldsPasses() {
        CaseRun run = RUNNER.probe(changed(true, json -> {}));

        assertThat(run.passed()).isTrue();
        assertThat(run.fired()).contains(run.ruleCase().rule());
    }

    @Test
    void aRuleThatDoesNotFireIsNamed() {
        RuleCase wrong = changed(false, json -> {
            json.remove("misses");
            json.put("hit", true);
        });

        assertThat(RUNNER.run(wrong).mismatches())
                .extracting(Mismatch::pointer, Mismatch::detail)
                .containsExactly(tuple("/hit", "`%s` should fire, and did not".formatted(wrong.rule())));
    }

    @Test
    void aNearMissOfARuleThatDoesNotExistFails() {
        RuleCase wrong = changed(false, json -> json.put("rule", "redirect: send a call back to the prixy"));

        assertThat(RUNNER.run(wrong).mismatches())
                .extracting(Mismatch::pointer, Mismatch::detail)
                .containsExactly(tuple(
                        "/rule",
                        "there is no rule `redirect: send a call back to the prixy`;"
                                + " did you mean `redirect: send a call back to the proxy`?"));
    }

    @Test
    void aRuleThatFiresWhereItShouldNotIsNamed() {
        RuleCase wrong = changed(true, json -> {
            json.remove("hit");
            json.put("misses", "whatever");
        });

        assertThat(RUNNER.run(wrong).mismatches()).extracting(Mismatch::pointer).containsExactly("/misses");
    }

    @Test
    void anotherConditionThanTheOneNamedIsTold() {
        RuleCase wrong = changed(false, json -> json.put("misses", "no such words"));

        assertThat(RUNNER.run(wrong).passed()).isTrue();
        assertThat(RUNNER.probe(wrong).mismatches())
                .singleElement()
                .satisfies(it -> assertThat(it.detail())
                        .startsWith("the first condition that fails is `")
                        .endsWith("not `no such words`"));
    }

    @Test
    void aMemberOfTheResultThatDiffersIsTold() {
        RuleCase wrong = changed(true, json -> json.putObject("result").put("no_such/member", 1));

        assertThat(RUNNER.run(wrong).mismatches())
                .extracting(Mismatch::pointer, Mismatch::detail)
                .containsExactly(tuple("/result/no_such~1member", "expected `1`, and there is nothing"));
    }

    @Test
    void aRequestThatIsRefusedIsTold() {
        RuleCase wrong = changed(true, json -> json.putObject("request").put("now", 1));

        assertThat(RUNNER.run(wrong).mismatches())
                .singleElement()
                .satisfies(it -> assertThat(it.detail())
                        .startsWith("the request was refused: ")
                        .contains("#/now"));
    }
}
