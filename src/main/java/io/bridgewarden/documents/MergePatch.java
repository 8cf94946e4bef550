package io.bridgewarden.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON merge patches (RFC 7396): a member that is null removes, an object goes into an object, all else replaces. */
public final class MergePatch {
    private MergePatch() {}

    /** What the patch makes of an object, which stays as it is. */
    public static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        ObjectNode patched = target.deepCopy();
        patch.properties().forEach(it -> {
            if (it.getValue().isNull()) {
                patched.remove(it.getKey());
            } else {
                patched.set(it.getKey(), merged(patched.path(it.getKey()), it.getValue()));
            }
        });
        return patched;
    }

    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode members)) {
            return patch.deepCopy();
        }
        return apply(
                target instanceof ObjectNode object ? object : Json.mapper().createObjectNode(), members);
    }
}
