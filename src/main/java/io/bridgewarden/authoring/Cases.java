package io.bridgewarden.authoring;

import io.bridgewarden.rules.Overlay;
import io.bridgewarden.rules.Overlay.SetAside;
import java.nio.file.Path;
import java.util.ArrayList;
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
        List<RuleCase> own = of(CaseFile.in(directory));
        return Overlay.in(directory).map(it -> over(it, own)).orElse(own);
    }

    private static List<RuleCase> over(Overlay overlay, List<RuleCase> own) {
        List<RuleCase> cases = new ArrayList<>(own);
        shipped().stream().filter(it -> !isGone(overlay, it)).forEach(cases::add);
        return cases;
    }

    private static boolean isGone(Overlay overlay, RuleCase shipped) {
        return overlay.replaces().contains(shipped.rule())
                || overlay.setsAside().contains(new SetAside(shipped.rule(), shipped.because()));
    }

    private static List<RuleCase> of(List<CaseFile> files) {
        return files.stream().flatMap(it -> it.cases().stream()).toList();
    }
}
