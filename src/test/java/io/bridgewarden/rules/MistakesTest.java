package io.bridgewarden.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MistakesTest {
    static Stream<Attempt> mistakes() {
        return Attempt.in("mistakes.txt").stream();
    }

    private static List<RuleProblem> problems(Attempt mistake) {
        Source source = Source.read(List.of(mistake.file()));
        List<RuleInfo> rules = source.decisions().values().stream()
                .flatMap(List::stream)
                .flatMap(it -> it.rules().stream())
                .map(it -> it.info())
                .toList();
        return Stream.concat(source.problems().stream(), RuleNotes.missing(rules).stream())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void namesThePlaceAndWhatWasMeant(Attempt mistake) {
        List<RuleProblem> problems = problems(mistake);

        assertThat(problems).as(mistake.drl()).anySatisfy(it -> {
            assertThat(it.line() + ":" + it.column()).isEqualTo(mistake.line() + ":" + mistake.column());
            assertThat(it.message()).contains(mistake.says());
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void tellsOneMistakeOnce(Attempt mistake) {
        assertThat(problems(mistake)).hasSizeBetween(1, 2);
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

    @ParameterizedTest
    @ValueSource(strings = {"io", "org", "javax", "com"})
    void findsNothingWrongWithAFolderForBeingNamedLikeAPackageOfTheRuntime(String folder) throws IOException {
        String drl = Files.readString(Path.of("rules/fax/files.drl"))
                .replace("package fax;", "package %s;".formatted(folder))
                .replace("rule \"fax:", "rule \"%s:".formatted(folder));

        assertThat(RuleCheck.of(List.of(new RuleFile(folder, folder + "/files.drl", drl)))
                        .problems())
                .isEmpty();
    }

    @Test
    void refusesTheFolderWhosePackageTheRuntimeKeepsForItself() {
        RuleFile file = new RuleFile("java", "java/files.drl", "package java;\n");

        assertThat(RuleCheck.of(List.of(file)).problems())
                .singleElement()
                .hasToString(
                        "java/files.drl:1:1: folder `java` is not named like a decision: lower case letters, digits "
                                + "and `_`, not `java`");
    }

    @Test
    void tellsWhatOnlyTheCompilerFindsAtItsRule() {
        RuleFile file = new RuleFile("bridge", "bridge/attempt.drl", """
                package bridge;
                import io.bridgewarden.decisions.bridge.Omit;
                import io.bridgewarden.facts.Endpoint;
                rule "bridge: attempt"
                    @doc( "A." ) @source( "s" ) @since( "2026-11-27" )
                when
                    Endpoint( $id : id, depht > 1 )
                then
                    insertLogical( new Omit($id, "x") );
                end
                """, Trust.TRUSTED);

        RuleCheck check = RuleCheck.of(List.of(file));

        assertThat(check.problems()).isNotEmpty().allSatisfy(it -> {
            assertThat(it.kind()).isEqualTo(RuleProblem.Kind.COMPILER);
            assertThat(it.line()).isBetween(4, 10);
            assertThat(it.message()).doesNotContain("Lambda", ".java", "-1");
        });
    }
}
