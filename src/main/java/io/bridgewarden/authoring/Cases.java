package io.bridgewarden.authoring;

import java.nio.file.Path;
import java.util.List;

/** Finds the cases that a rulebook has to answer. */
public final class Cases {
    private Cases() {}

    /** Those of the shipped rules, by file. */
    public static List<RuleCase> shipped() {
        return of(CaseFile.shipped());
    }

    /**
     * Those of a directory of rules, by file; where it lies over the shipped rules, theirs too, but for those of rules it
     * replaces and those it sets aside.
     *
     * @throws io.bridgewarden.documents.ProblemException if a file is not JSON
     * @throws io.bridgewarden.rules.RulebookException if its {@code overlay.json} is not of its schema
     */
    public static List<RuleCase> in(Path directory) {
        return of(CaseFile.of(directory));
    }

    private static List<RuleCase> of(List<CaseFile> files) {
        return files.stream().flatMap(it -> it.cases().stream()).toList();
    }
}
