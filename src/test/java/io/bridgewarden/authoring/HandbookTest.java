package io.bridgewarden.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgewarden.rules.RuleFileInfo;
import io.bridgewarden.rules.RuleInfo;
import io.bridgewarden.rules.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The handbook in the docs is what the rules say. Run with {@code -Dregenerate=true} to write it anew. */
class HandbookTest {
    private static final Path DOCS = Path.of("docs/rules");
    private static final Rulebook RULEBOOK = Rulebook.shipped();
    private static final CaseBook CASES = CaseBook.of(CaseFile.shipped());
    private static final Map<String, String> PAGES = new Handbook(RULEBOOK, CASES).pages();

    @AfterAll
    static void close() {
        RULEBOOK.close();
    }

    @Test
    void isUpToDate() throws IOException {
        if (Boolean.getBoolean("regenerate")) {
            write();
        }

        assertThat(there()).isEqualTo(PAGES);
    }

    private static Map<String, String> there() throws IOException {
        Map<String, String> there = new TreeMap<>();
        try (var files = Files.newDirectoryStream(DOCS)) {
            for (Path it : files) {
                there.put(it.getFileName().toString(), Files.readString(it));
            }
        }
        return there;
    }

    private static void write() throws IOException {
        Files.createDirectories(DOCS);
        for (String gone : there().keySet()) {
            Files.delete(DOCS.resolve(gone));
        }
        for (var page : PAGES.entrySet()) {
            Files.writeString(DOCS.resolve(page.getKey()), page.getValue());
        }
    }

    @Test
    void tellsOfEveryRuleWithItsTextItsConditionsAndItsCases() {
        assertThat(RULEBOOK.rules()).isNotEmpty().allSatisfy(HandbookTest::isTold);
    }

    private static void isTold(RuleInfo rule) {
        String page = PAGES.getOrDefault(rule.decision() + ".md", "");

        assertThat(page)
                .contains("\n### " + Markdown.text(rule.name()) + "\n\n" + Markdown.text(rule.doc()) + "\n")
                .contains(rule.text().strip());
        assertThat(rule.conditions())
                .allSatisfy(it -> assertThat(page).contains("| " + Markdown.code(it.text()) + " |"));
        assertThat(CASES.of(rule))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(page).contains(Markdown.text(it.because())));
    }

    @Test
    void everyFileSaysWhatItIsAboutReadsAndConcludesAndWhatHoldsOtherwise() {
        assertThat(RULEBOOK.files()).isNotEmpty().allSatisfy(HandbookTest::isDescribed);
    }

    private static void isDescribed(RuleFileInfo file) {
        assertThat(file.about()).isNotEmpty();
        assertThat(file.reads()).isNotEmpty();
        assertThat(file.otherwise()).isNotEmpty();
        assertThat(file.concludes())
                .containsExactlyInAnyOrderElementsOf(RULEBOOK.rules().stream()
                        .filter(it -> it.file().equals(file.file()))
                        .flatMap(it -> it.concludes().stream())
                        .distinct()
                        .toList());
    }

    @Test
    void everyLinkToAHeadingLeadsToOne() {
        assertThat(PAGES.values())
                .allSatisfy(page -> page.lines()
                        .filter(it -> it.startsWith("#"))
                        .map(it -> it.replaceFirst("^#+ ", ""))
                        .filter(it -> page.contains("[" + it + "]"))
                        .forEach(it -> assertThat(page).contains(Markdown.toHeading(it.replace("\\", "")))));
    }
}
