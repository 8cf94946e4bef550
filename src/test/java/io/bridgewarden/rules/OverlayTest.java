package io.bridgewarden.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bridgewarden.rules.RuleReader.Parsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayTest {
    private static final RuleInfo SHIPPED = rules(RuleFiles.shipped())
            .filter(it -> it.decision().equals("redirect"))
            .findFirst()
            .orElseThrow();

    @TempDir
    Path directory;

    private static Stream<RuleInfo> rules(List<RuleFile> files) {
        return files.stream()
                .map(RuleReader::read)
                .map(Parsed::rules)
                .flatMap(List::stream)
                .map(RuleReader.ParsedRule::info);
    }

    private void overlay(String members) throws IOException {
        Files.writeString(directory.resolve("overlay.json"), "{ \"over\": \"shipped\"%s }".formatted(members));
    }

    private void replaces(String... rules) throws IOException {
        overlay(", \"replaces\": [\"%s\"]".formatted(String.join("\", \"", rules)));
    }

    private void writeCopy(String file) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, RuleCopy.of(SHIPPED.name()).orElseThrow().text());
    }

    @Test
    void anOverlayWithoutRulesIsTheShippedRulebook() throws IOException {
        overlay("");

        assertThat(RuleFiles.of(directory)).isEqualTo(RuleFiles.shipped());
    }

    @Test
    void aDirectoryWithoutOverlayStandsAlone() throws IOException {
        writeCopy("redirect/all.drl");

        assertThat(rules(RuleFiles.of(directory))).extracting(RuleInfo::name).containsExactly(SHIPPED.name());
    }

    @Test
    void aReplacedRuleStandsOnceAndWhereTheSiteHasIt() throws IOException {
        replaces(SHIPPED.name());
        writeCopy("redirect/site-moves.drl");

        assertThat(rules(RuleFiles.of(directory)).filter(it -> it.name().equals(SHIPPED.name())))
                .extracting(RuleInfo::file)
                .containsExactly("redirect/site-moves.drl");
    }

    @Test
    void rulesBesideAReplacedOneStandWhereTheyStood() throws IOException {
        replaces(SHIPPED.name());
        writeCopy("redirect/site-moves.drl");

        assertThat(rules(RuleFiles.of(directory)).filter(it -> !it.name().equals(SHIPPED.name())))
                .containsExactlyElementsOf(rules(RuleFiles.shipped())
                        .filter(it -> !it.name().equals(SHIPPED.name()))
                        .toList());
    }

    @Test
    void aCopyOfAnyShippedRuleReadsAsTheRuleItself() {
        assertThat(rules(RuleFiles.shipped()).toList()).isNotEmpty().allSatisfy(rule -> {
            String text = RuleCopy.of(rule.name()).orElseThrow().text();

            assertThat(rules(List.of(new RuleFile(rule.decision(), "copy.drl", text))))
                    .extracting(RuleInfo::text)
                    .containsExactly(rule.text());
        });
    }

    @Test
    void aRuleThatBearsAShippedNameIsRefusedUnlessItIsListed() throws IOException {
        overlay("");
        writeCopy("redirect/site-moves.drl");

        assertThatThrownBy(() -> RuleFiles.of(directory))
                .isInstanceOf(RulebookException.class)
                .hasMessageStartingWith("redirect/site-moves.drl:")
                .hasMessageEndingWith(
                        "`%s` is a shipped rule (%s:%d); give this one another name, or list it in overlay.json under `replaces`"
                                .formatted(SHIPPED.name(), SHIPPED.file(), SHIPPED.line()));
    }

    @Test
    void replacingWhatDoesNotExistOrByNothingIsRefused() throws IOException {
        replaces("redirect: no such rule", SHIPPED.name());

        assertThatThrownBy(() -> RuleFiles.of(directory)).hasMessage("""
                        overlay.json:1:1: #/replaces: there is no shipped rule `redirect: no such rule`
                        overlay.json:1:1: #/replaces: no rule here is named `%s`, so it would be gone""".formatted(SHIPPED.name()));
    }

    @Test
    void anOverlayThatIsNotOfItsSchemaIsToldAtItsMembers() throws IOException {
        overlay(", \"replace\": []");

        assertThatThrownBy(() -> RuleFiles.of(directory))
                .isInstanceOf(RulebookException.class)
                .hasMessageStartingWith("overlay.json:1:1: #/replace: ");
    }

    @Test
    void aFileThatBearsAShippedNameIsRefused() throws IOException {
        replaces(SHIPPED.name());
        writeCopy(SHIPPED.file());

        assertThatThrownBy(() -> RuleFiles.of(directory))
                .hasMessage("%s:1:1: there is a shipped file of this name; give this one another"
                        .formatted(SHIPPED.file()));
    }
}
