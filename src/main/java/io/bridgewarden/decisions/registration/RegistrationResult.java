package io.bridgewarden.decisions.registration;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Because;
import io.bridgewarden.decisions.Warning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The registration decision as it is answered, by what was asked. */
final class RegistrationResult {
    private RegistrationResult() {}

    /**
     * How long a registration holds.
     *
     * @param expires seconds, the allowance included; null if none were asked for
     * @param expiresMs the same in milliseconds
     */
    record OfLifetime(
            @JsonProperty("expires") @Nullable Long expires,
            @JsonProperty("expires_ms") @Nullable Long expiresMs,
            @JsonProperty("because") List<Because> because,
            @JsonProperty("warnings") List<Warning> warnings) {}

    /**
     * What becomes of a reported registration.
     *
     * @param action {@code store}, {@code delete} or {@code leave}, about the stored registration
     * @param expires seconds that it holds, the allowance included
     * @param expiresMs the same in milliseconds
     * @param record what is stored, in KAZOO's names; null if nothing is
     * @param notices who is told, sorted
     * @param lookUpOwner whether its account and device are asked for before that
     */
    record OfReport(
            @JsonProperty("action") String action,
            @JsonProperty("expires") long expires,
            @JsonProperty("expires_ms") long expiresMs,
            @JsonProperty("record") @Nullable ObjectNode record,
            @JsonProperty("notices") List<String> notices,
            @JsonProperty("look_up_owner") boolean lookUpOwner,
            @JsonProperty("because") List<Because> because,
            @JsonProperty("warnings") List<Warning> warnings) {}

    /**
     * Which answer of other registrars is used.
     *
     * @param answer its position among the answers, from 0; null if none is
     * @param copy whether it is stored here too
     * @param expires seconds that the copy holds; null if there is none
     */
    record OfFetched(
            @JsonProperty("answer") @Nullable Integer answer,
            @JsonProperty("copy") boolean copy,
            @JsonProperty("expires") @Nullable Long expires,
            @JsonProperty("because") List<Because> because,
            @JsonProperty("warnings") List<Warning> warnings) {}

    /**
     * How long a directory entry is cached.
     *
     * @param cacheable milliseconds; null if the entry is not cached
     */
    record OfDirectory(
            @JsonProperty("cacheable") @Nullable Long cacheable,
            @JsonProperty("because") List<Because> because,
            @JsonProperty("warnings") List<Warning> warnings) {}
}
