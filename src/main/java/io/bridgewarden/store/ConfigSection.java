package io.bridgewarden.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A section of the configuration as it holds.
 *
 * @param name {@code default}, or that of a zone or node
 * @param document its keys and values; shared, not to be changed
 * @param change who wrote it and when; null if it is configured by file
 * @param hidesFile whether it holds in place of one that is configured by file
 */
public record ConfigSection(
        String name, ObjectNode document, @Nullable Change change, boolean hidesFile) {
    /**
     * How a section came to be kept.
     *
     * @param by name of the key it came with
     */
    public record Change(Instant at, String by) {}

    static ConfigSection ofFile(String name, ObjectNode document) {
        return new ConfigSection(name, document, null, false);
    }

    /** How it came to be kept; empty if it is configured by file. */
    public Optional<Change> kept() {
        return Optional.ofNullable(change);
    }

    /** {@code sha256:} and the digest of its document as it is written; the order of members matters to it. */
    public String revision() {
        return Canonical.digest(Json.write(document));
    }
}
