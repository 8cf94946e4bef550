package io.bridgewarden.authoring;

import io.bridgewarden.authoring.Finding.Severity;
import io.bridgewarden.decisions.all.AllDecisions;
import io.bridgewarden.documents.Words;
import io.bridgewarden.rules.Overlay;
import io.bridgewarden.rules.RuleCheck;
import io.bridgewarden.rules.RuleInfo;
import io.bridgewarden.rules.Trust;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Checks a rule directory: its rules, compiled, and its cases, which are read and not run. */
public final class Check {
    private static final Set<String> DECISIONS = AllDecisions.bare(
                    () -> {
                        throw new IllegalStateException("nothing is decided here");
                    },
                    InstantSource.system())
            .names();

    private Check() {}

    /** Checks what is shipped with the service; takes seconds. */
    public static CheckReport shipped() {
        return of(RuleCheck.shipped(), CaseFile.shipped(), List.of());
    }

    /**
     * Checks {@code DIRECTORY/DECISION/*.drl} and {@code DIRECTORY/DECISION/cases/*.json}; takes seconds.
     *
     * @param trust whether rule files may do only what rules are for
     * @throws java.io.UncheckedIOException if the directory or a file cannot be read
     */
    public static CheckReport in(Path directory, Trust trust) {
        List<CaseFile> beneath = Files.exists(directory.resolve(Overlay.FILE)) ? CaseFile.shipped() : List.of();
        return of(RuleCheck.in(directory, trust), CaseFile.in(directory), beneath);
    }

    /** @param beneath case files that count and are not checked */
    private static CheckReport of(RuleCheck rules, List<CaseFile> caseFiles, List<CaseFile> beneath) {
        List<Finding> findings = new ArrayList<>();
        Map<String, String> texts = new HashMap<>(rules.texts());
        rules.problems().forEach(it -> findings.add(Finding.of(it)));
        CaseFileCheck cases = new CaseFileCheck(rules.rules(), findings);
        for (CaseFile it : caseFiles) {
            texts.put(it.path(), it.text());
            cases.check(it);
        }
        findings.addAll(unknownDecisions(texts.keySet()));
        Set<String> tested = new HashSet<>(cases.tested());
        beneath.forEach(file -> file.cases().forEach(it -> tested.add(it.rule())));
        findings.addAll(untested(rules.rules(), tested));
        return new CheckReport(
                findings.stream().sorted().toList(), rules.rules().size(), cases.count(), texts);
    }

    private static List<Finding> unknownDecisions(Set<String> files) {
        Map<String, String> firstFiles = new TreeMap<>();
        files.forEach(
                it -> firstFiles.merge(it.substring(0, it.indexOf('/')), it, (a, b) -> a.compareTo(b) < 0 ? a : b));
        List<Finding> findings = new ArrayList<>();
        firstFiles.forEach((folder, file) -> {
            if (!DECISIONS.contains(folder)) {
                findings.add(new Finding(
                        Severity.ERROR,
                        "unknown-decision",
                        "a folder is not named like a decision",
                        file,
                        1,
                        1,
                        "there is no decision `%s`%s"
                                .formatted(
                                        folder,
                                        Words.nearest(folder, DECISIONS)
                                                .map("; did you mean `%s`?"::formatted)
                                                .orElse("; there are " + String.join(", ", DECISIONS)))));
            }
        });
        return findings;
    }

    private static List<Finding> untested(List<RuleInfo> rules, Set<String> tested) {
        Set<String> left = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        for (RuleInfo it : rules) {
            if (!tested.contains(it.name()) && left.add(it.name())) {
                findings.add(new Finding(
                        Severity.WARNING,
                        "no-case",
                        "a rule has no case",
                        it.file(),
                        it.line(),
                        1,
                        "rule `%s` has no case; add one to `%s/cases`".formatted(it.name(), it.decision())));
            }
        }
        return findings;
    }
}
