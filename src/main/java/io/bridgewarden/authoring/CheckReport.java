package io.bridgewarden.authoring;

import io.bridgewarden.authoring.Finding.Severity;
import java.util.List;
import java.util.Map;

/**
 * What a check of a rule directory found.
 *
 * @param findings by place
 * @param rules how many rules were read
 * @param cases how many cases were read
 * @param texts content of each file, by its path from the rule directory
 */
public record CheckReport(List<Finding> findings, int rules, int cases, Map<String, String> texts) {
    public CheckReport {
        findings = List.copyOf(findings);
        texts = Map.copyOf(texts);
    }

    public long errors() {
        return findings.stream().filter(it -> it.severity() == Severity.ERROR).count();
    }

    public long warnings() {
        return findings.size() - errors();
    }

    /** The line a finding is about, without its end; empty where the file has no such line. */
    public String line(Finding finding) {
        return texts.getOrDefault(finding.file(), "")
                .lines()
                .skip(finding.line() - 1L)
                .findFirst()
                .orElse("");
    }
}
