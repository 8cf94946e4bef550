package io.bridgewarden.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SandboxTest {
    static Stream<Attempt> attempts() {
        return Attempt.in("attempts.txt").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attempts")
    void refusesAtThePlaceAndSaysWhy(Attempt attempt) {
        List<RuleProblem> problems = Source.read(List.of(attempt.file())).problems();

        assertThat(problems).as(attempt.drl()).anySatisfy(it -> {
            assertThat(it.line() + ":" + it.column()).isEqualTo(attempt.line() + ":" + attempt.column());
            assertThat(it.message()).contains(attempt.says());
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attempts")
    void saysItInPlainWords(Attempt attempt) {
        List<RuleProblem> problems = Source.read(List.of(attempt.file())).problems();

        assertThat(problems)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.message())
                        .doesNotContain("Exception", "Descr", "Expr", "<EOF>")
                        .doesNotEndWith("."));
    }

    @Test
    void knowsEnoughAttempts() {
        assertThat(attempts()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void letsTheShippedRulesPass() {
        assertThat(Source.read(RuleFiles.shipped()).problems()).isEmpty();
    }

    @Test
    void letsTrustedFilesPass() {
        Attempt attempt = attempts()
                .filter(it -> it.name().equals("declare a function"))
                .findFirst()
                .orElseThrow();
        RuleFile trusted = new RuleFile("bridge", "bridge/attempt.drl", attempt.drl(), Trust.TRUSTED);

        assertThat(Source.read(List.of(trusted)).problems()).isEmpty();
    }
}
