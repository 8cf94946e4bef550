package io.bridgewarden.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MistakesTest {
    static Stream<Attempt> mistakes() {
        return Attempt.in("mistakes.txt").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void namesThePlaceAndWhatWasMeant(Attempt mistake) {
        List<RuleProblem> problems = Source.read(List.of(mistake.file())).problems();

        assertThat(problems).as(mistake.drl()).anySatisfy(it -> {
            assertThat(it.line() + ":" + it.column()).isEqualTo(mistake.line() + ":" + mistake.column());
            assertThat(it.message()).contains(mistake.says());
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void tellsOneMistakeOnce(Attempt mistake) {
        assertThat(Source.read(List.of(mistake.file())).problems()).hasSizeBetween(1, 2);
    }

    @Test
    void tellsTheMistakesOfAllFilesAtOnce() {
        List<RuleFile> files = mistakes()
                .limit(3)
                .map(it -> new RuleFile("bridge", "bridge/" + it.name().replace(' ', '-') + ".drl", it.drl()))
                .toList();

        RuleCheck check = RuleCheck.of(files);

        assertThat(check.problems().stream().map(RuleProblem::file))
                .containsAll(files.stream().map(RuleFile::path).toList());
        assertThat(check.rules()).hasSize(3);
    }

    @Test
    void tellsWhatOnlyTheCompilerFindsAtItsRule() {
        RuleFile file = new RuleFile("bridge", "bridge/attempt.drl", """
                package bridge;
                import io.bridgewarden.decisions.bridge.Omit;
                import io.bridgewarden.facts.Endpoint;
                rule "bridge: attempt"
                when
                    Endpoint( $id : id, depht > 1 )
                then
                    insertLogical( new Omit($id, "x") );
                end
                """, Trust.TRUSTED);

        RuleCheck check = RuleCheck.of(List.of(file));

        assertThat(check.problems()).isNotEmpty().allSatisfy(it -> {
            assertThat(it.kind()).isEqualTo(RuleProblem.Kind.COMPILER);
            assertThat(it.line()).isBetween(4, 9);
            assertThat(it.message()).doesNotContain("Lambda", ".java", "-1");
        });
    }
}
