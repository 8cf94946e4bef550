package io.bridgewarden.cli;

import io.bridgewarden.authoring.CaseFile;
import io.bridgewarden.authoring.RuleCase;
import io.bridgewarden.decisions.all.AllDecisions;
import io.bridgewarden.rules.RuleProblem;
import io.bridgewarden.rules.Rulebook;
import io.bridgewarden.rules.RulebookException;
import io.bridgewarden.rules.Trust;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rules and the cases beside them.
 *
 * @param directory where they lie; null for those shipped with the service
 * @param trust whether its files may do only what rules are for
 */
record RuleFolder(@Nullable Path directory, Trust trust) {
    /** @throws CommandFailure if there is no such directory */
    RuleFolder {
        if (directory != null && !Files.isDirectory(directory)) {
            throw new CommandFailure("there is no directory of rules `%s`".formatted(directory));
        }
    }

    /** What goes before the names of its files. */
    String root() {
        return directory == null ? "" : directory + "/";
    }

    /**
     * A file as its reader finds it: one that is shipped and lies beneath the directory's has no path there.
     *
     * @param place a file, and after a colon whatever is said of it
     */
    String named(String place) {
        if (directory == null) {
            return place;
        }
        return Files.exists(directory.resolve(place.split(":", 2)[0])) ? root() + place : "shipped " + place;
    }

    /** @throws CommandFailure naming each mistake at its place */
    Rulebook rulebook() {
        return usable(() -> directory == null ? Rulebook.shipped() : Rulebook.load(directory, trust));
    }

    /** As {@link #rulebook()}, compiling only what the cases of some decisions need. */
    Rulebook rulebookFor(Set<String> decisions) {
        Set<String> needed = AllDecisions.withThoseInside(decisions);
        return usable(
                () -> directory == null ? Rulebook.shippedFor(needed) : Rulebook.loadFor(needed, directory, trust));
    }

    /**
     * As {@link #rulebook()}, compiling only what changed.
     *
     * @param earlier has to stay open until this returns
     */
    Rulebook rulebook(Rulebook earlier) {
        return usable(() -> directory == null ? Rulebook.shipped() : Rulebook.load(directory, trust, earlier));
    }

    private Rulebook usable(Supplier<Rulebook> loading) {
        try {
            return loading.get();
        } catch (RulebookException e) {
            throw unusable("rules", e.problems());
        }
    }

    /** @throws CommandFailure naming each mistake at its place */
    List<RuleCase> cases() {
        List<CaseFile> files = caseFiles();
        List<RuleProblem> problems =
                files.stream().flatMap(it -> it.problems().stream()).toList();
        if (!problems.isEmpty()) {
            throw unusable("cases", problems);
        }
        return files.stream().flatMap(it -> it.cases().stream()).toList();
    }

    private List<CaseFile> caseFiles() {
        try {
            return directory == null ? CaseFile.shipped() : CaseFile.of(directory);
        } catch (RulebookException e) {
            throw unusable("cases", e.problems());
        }
    }

    private CommandFailure unusable(String what, List<RuleProblem> problems) {
        return new CommandFailure("the %s cannot be run; mend these\n".formatted(what)
                + problems.stream().map(it -> named(it.toString())).collect(Collectors.joining("\n")));
    }
}
