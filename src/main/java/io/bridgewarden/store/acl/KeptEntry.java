package io.bridgewarden.store.acl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * An entry that was put into a list by itself, and is kept.
 *
 * @param name unique in its list
 * @param document the entry in KAZOO's shape, in normal form; not to be changed
 * @param order place among all that are kept; of equally long blocks those of the later entry are listed first
 * @param changedAt when it was put last
 * @param changedBy name of the key that put it
 */
public record KeptEntry(
        String list, String name, ObjectNode document, long order, Instant changedAt, String changedBy) {
    /** {@code sha256:} and the digest of the document: equal entries have equal revisions. */
    public String revision() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Json.write(document));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
