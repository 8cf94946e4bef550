package io.bridgewarden.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bridgewarden.rules.RuleProblem;
import io.bridgewarden.rules.Rulebook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseTrialTest {
    private static final String CASES = """
            {
              "cases": [
                {
                  "rule": "redirect: %s",
                  "because": "it shows",
                  "request": %s,
                  %s
                }
              ]
            }
            """;

    private static Rulebook rulebook;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile(@TempDir Path only) throws Exception {
        Path redirect = Files.createDirectory(only.resolve("redirect"));
        try (var files = Files.newDirectoryStream(Path.of("rules/redirect"), "*.drl")) {
            for (Path it : files) {
                Files.copy(it, redirect.resolve(it.getFileName()));
            }
        }
        rulebook = Rulebook.load(only);
    }

    @AfterAll
    static void close() {
        rulebook.close();
    }

    private List<RuleProblem> trial(String cases, String... changed) throws Exception {
        Path file = folder.resolve("redirect/cases/some.json");
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, cases);
        return new CaseTrial(folder).problems(rulebook, Set.of(changed));
    }

    @Test
    void findsNothingWrongWhereAllCasesPass() throws Exception {
        assertThat(trial(shipped().text(), "redirect")).isEmpty();
    }

    private static CaseFile shipped() {
        return CaseFile.shipped().stream()
                .filter(it -> it.decision().equals("redirect"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesTheCaseThatFailsAtItsPlace() throws Exception {
        RuleCase shipped = shipped().cases().get(0);
        String rule = shipped.rule().substring("redirect: ".length());

        List<RuleProblem> problems =
                trial(CASES.formatted(rule, shipped.request(), "\"hit\": true, \"result\": { \"nothing\": 1 }"));

        assertThat(problems)
                .containsExactly(new RuleProblem(
                        "redirect/cases/some.json", 7, 43, "case `it shows`: expected `1`, and there is nothing"));
    }

    @Test
    void asksWhichConditionFailsOnlyWhereRulesChanged() throws Exception {
        RuleCase miss =
                shipped().cases().stream().filter(it -> !it.hits()).findFirst().orElseThrow();
        String cases = CASES.formatted(
                miss.rule().substring("redirect: ".length()), miss.request(), "\"misses\": \"it is on the moon\"");

        assertThat(trial(cases)).isEmpty();
        assertThat(trial(cases, "redirect")).hasSize(1);
        assertThat(trial(cases, "redirect").get(0).message())
                .contains("the first condition that fails is", "not `it is on the moon`");
    }

    @Test
    void namesWhatIsNoCase() throws Exception {
        assertThat(trial("{\n  \"cases\": [ {} ]\n}"))
                .extracting(RuleProblem::line, RuleProblem::column)
                .isNotEmpty()
                .containsOnly(tuple(2, 14));
        assertThat(trial("{")).hasSize(1);
    }
}
