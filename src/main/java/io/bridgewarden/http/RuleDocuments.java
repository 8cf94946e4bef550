package io.bridgewarden.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bridgewarden.authoring.RuleCase;
import io.bridgewarden.rules.Revision;
import io.bridgewarden.rules.RuleFileInfo;
import io.bridgewarden.rules.RuleInfo;
import io.bridgewarden.rules.RuleProblem;
import io.bridgewarden.rules.RulesStatus;
import io.bridgewarden.rules.Stale;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is answered about rules, as JSON. */
final class RuleDocuments {
    /** Most problems that are told of rules that are not put in force. */
    static final int MAX_PROBLEMS = 100;

    private RuleDocuments() {}

    /**
     * Whether the service is ready, and what it decides by.
     *
     * @param config of the configuration
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ready(
            String status,
            int rules,
            String revision,
            @Nullable StaleDocument stale,
            Object config) {
        static Ready of(RulesStatus now, Object config) {
            return new Ready(
                    word(now, "ready"),
                    now.rules().size(),
                    now.revision(),
                    now.stale().map(StaleDocument::of).orElse(null),
                    config);
        }
    }

    /** Some of the rules in force. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rules(
            String status, String revision, @Nullable StaleDocument stale, List<RuleFileInfo> files, List<Rule> rules) {
        static Rules of(RulesStatus now, List<RuleFileInfo> files, List<Rule> rules) {
            return new Rules(
                    word(now, "current"),
                    now.revision(),
                    now.stale().map(StaleDocument::of).orElse(null),
                    files,
                    rules);
        }
    }

    /** One rule in force. */
    record Rule(
            @JsonUnwrapped RuleInfo rule,
            List<CaseDocument> cases,
            @JsonProperty("times_fired") long timesFired) {}

    /** One of its cases: it fires, or misses by a condition. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CaseDocument(
            String because, @Nullable Boolean hit, @Nullable String misses, String file, int number) {
        static CaseDocument of(RuleCase it) {
            return new CaseDocument(
                    it.because(), it.hits() ? true : null, it.hits() ? null : it.misses(), it.file(), it.number());
        }
    }

    /** Why other rules than those in force lie in the directory. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StaleDocument(
            Instant since,
            @Nullable String revision,
            @JsonProperty("problem_count") int problemCount,
            List<ProblemDocument> problems) {
        static StaleDocument of(Stale stale) {
            return new StaleDocument(
                    stale.since(),
                    stale.revision(),
                    stale.problems().size(),
                    stale.problems().stream()
                            .limit(MAX_PROBLEMS)
                            .map(ProblemDocument::of)
                            .toList());
        }
    }

    /** One problem at its place. */
    record ProblemDocument(String code, String file, int line, int column, String message) {
        static ProblemDocument of(RuleProblem it) {
            return new ProblemDocument(it.kind().code(), it.file(), it.line(), it.column(), it.message());
        }
    }

    /** The revisions that are kept. */
    record Revisions(List<RevisionDocument> revisions) {
        static Revisions of(List<Revision> revisions) {
            return new Revisions(revisions.stream()
                    .map(it -> new RevisionDocument(it.revision(), it.rules(), it.since(), it.inForce()))
                    .toList());
        }
    }

    /** One of them. */
    record RevisionDocument(
            String revision,
            int rules,
            @JsonProperty("put_in_force_at") Instant putInForceAt,
            @JsonProperty("in_force") boolean inForce) {}

    // In capitals, so that it is seen.
    private static String word(RulesStatus now, String otherwise) {
        return now.stale().isPresent() ? "STALE" : otherwise;
    }
}
