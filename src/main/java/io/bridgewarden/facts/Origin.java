package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * The document that an entry of a network list comes from.
 *
 * @param source kind of document, one of: configured, operator, device, mobile, resource, media-node, acl.conf, inline,
 *     built-in
 * @param id which of its kind: section of the configuration, id of the device or resource, name of the media node, JSON
 *     pointer of the node in a request; null where there is but one
 * @param account account that the document belongs to, if it belongs to one
 * @param derived whether nobody wrote the entry: it follows from a document that is there for something else
 */
public record Origin(
        String source, @Nullable String id, @Nullable String account, boolean derived) {
    public static final Origin BUILT_IN = new Origin("built-in", null, null, false);
    /** Blocks that stand in a request where a list is named. */
    public static final Origin INLINE = new Origin("inline", null, null, false);

    /** An entry of the configuration. */
    public static Origin configured(@Nullable String section) {
        return new Origin("configured", section, null, false);
    }

    /**
     * An entry that was put here by itself.
     *
     * @param by name of the key that put it
     */
    public static Origin operator(String by) {
        return new Origin("operator", by, null, false);
    }

    /** A node of a list that a request brings. */
    public static Origin aclConf(String pointer) {
        return new Origin("acl.conf", pointer, null, false);
    }

    /** An entry that follows from a document. */
    public static Origin derived(String source, @Nullable String id, @Nullable String account) {
        return new Origin(source, id, account, true);
    }
}
