package io.bridgewarden.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it is answered and kept.
 *
 * @param decisionId UUIDv7
 * @param decision what was asked, {@code bridge}
 * @param result the decision's own document, written as JSON
 * @param explanation what was asked for with {@code explain}
 * @param rulebook the rules that decided
 * @param configRevision digest of the configuration that held, overrides included
 * @param decidedAt the decision instant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Answer(
        @JsonProperty("decision_id") UUID decisionId,
        @JsonProperty("decision") String decision,
        @JsonProperty("result") Object result,
        @JsonProperty("explanation") @Nullable Object explanation,
        @JsonProperty("rulebook") RulebookRef rulebook,
        @JsonProperty("config_revision") String configRevision,
        @JsonProperty("decided_at") Instant decidedAt) {

    /** Names a rulebook: {@code sha256:} and the digest of its files. */
    public record RulebookRef(@JsonProperty("revision") String revision) {}
}
