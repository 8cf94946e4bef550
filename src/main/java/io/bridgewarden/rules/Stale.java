package io.bridgewarden.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why what lies in the directory of rules is not in force.
 *
 * @param since when it first was not
 * @param revision of what lies there; null if it could not be read
 * @param problems at least one, by file and line
 */
public record Stale(Instant since, @Nullable String revision, List<RuleProblem> problems) {
    public Stale {
        problems = List.copyOf(problems);
    }
}
