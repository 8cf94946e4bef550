package io.bridgewarden.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds a value in a configuration document, which has a section {@code default} and sections named after zones and
 * nodes. A section's value replaces that of the sections below it whole; a null is a value.
 */
public final class Sections {
    /** The section that holds where no other does. */
    public static final String DEFAULT = "default";

    private Sections() {}

    /**
     * What was found, and where.
     *
     * @param section its name; null if nothing was found
     * @param value a missing node if nothing was found
     */
    public record Found(@Nullable String section, JsonNode value) {
        static final Found NOTHING = new Found(null, MissingNode.getInstance());
    }

    /**
     * Looks in the node's section, the zone's, then {@code default}; in {@code default} alone if there is no node.
     *
     * @param path member names from the section down; each section is tried with the whole path
     */
    public static Found find(JsonNode document, List<String> path, @Nullable String node, @Nullable String zone) {
        if (node != null && !node.equals(DEFAULT)) {
            JsonNode value = descend(document.path(node), path);
            if (!value.isMissingNode()) {
                return new Found(node, value);
            }
            value = zone == null ? value : descend(document.path(zone), path);
            if (!value.isMissingNode()) {
                return new Found(zone, value);
            }
        }
        JsonNode value = descend(document.path(DEFAULT), path);
        return value.isMissingNode() ? Found.NOTHING : new Found(DEFAULT, value);
    }

    /**
     * The section that a value belongs into: the node's if that has this very path, else {@code default}. A zone's does
     * not count.
     */
    public static String toWrite(JsonNode document, List<String> path, String node) {
        return descend(document.path(node), path).isMissingNode() ? DEFAULT : node;
    }

    private static JsonNode descend(JsonNode section, List<String> path) {
        JsonNode value = section;
        for (String name : path) {
            value = value instanceof ObjectNode object ? object.path(name) : MissingNode.getInstance();
        }
        return value;
    }
}
