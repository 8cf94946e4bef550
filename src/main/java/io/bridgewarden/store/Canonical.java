package io.bridgewarden.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/** Digests of documents that do not depend on the order of members. */
final class Canonical {
    private Canonical() {}

    /** {@code sha256:} and the digest of the document with its members sorted, in hexadecimal. */
    static String digest(JsonNode document) {
        return digest(Json.write(sorted(document)));
    }

    /** {@code sha256:} and the digest of the bytes. */
    static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode sorted = Json.mapper().createObjectNode();
            TreeSet<String> names = new TreeSet<>();
            object.fieldNames().forEachRemaining(names::add);
            names.forEach(it -> sorted.set(it, sorted(object.path(it))));
            return sorted;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode items = Json.mapper().createArrayNode();
            array.forEach(it -> items.add(sorted(it)));
            return items;
        }
        return node;
    }
}
