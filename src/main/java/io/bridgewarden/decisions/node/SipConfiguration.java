package io.bridgewarden.decisions.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** The SIP profiles a switch gets: those that are configured, laid over the built-in one. */
final class SipConfiguration {
    /** Name of the built-in profile. */
    static final String PROFILE = "sipinterface_1";

    private static final String RESOURCE = "/node/" + PROFILE + ".json";
    private static final ObjectNode BUILT_IN = builtIn();

    private SipConfiguration() {}

    /**
     * Lays profiles over the built-in one: objects member by member and at any depth, everything else whole.
     *
     * @param gateways gateways of the built-in profile
     * @param profiles settings by profile
     */
    static ObjectNode of(Map<String, Object> gateways, Map<String, Object> profiles) {
        ObjectNode all = Json.mapper().createObjectNode();
        ObjectNode builtIn = all.putObject(PROFILE);
        builtIn.setAll(BUILT_IN.deepCopy());
        builtIn.set("Gateways", Json.mapper().valueToTree(gateways));
        lay(Json.mapper().valueToTree(profiles), all);
        return all;
    }

    private static void lay(ObjectNode over, ObjectNode base) {
        for (Map.Entry<String, JsonNode> it : over.properties()) {
            if (it.getValue() instanceof ObjectNode members && base.get(it.getKey()) instanceof ObjectNode below) {
                lay(members, below);
            } else {
                base.set(it.getKey(), it.getValue());
            }
        }
    }

    private static ObjectNode builtIn() {
        try (InputStream json = SipConfiguration.class.getResourceAsStream(RESOURCE)) {
            return Json.readObject(Objects.requireNonNull(json).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
