package io.bridgewarden.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem.Violation;
import io.bridgewarden.documents.Schemas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of the ecallmgr configuration, as {@code schemas/system_config.ecallmgr.json} has them. */
final class Keys {
    private static final String SCHEMA = "system_config.ecallmgr";
    private static final Map<String, ConfigKey> KEYS = read();

    private Keys() {}

    static Map<String, ConfigKey> all() {
        return KEYS;
    }

    static ConfigKey key(String name) {
        ConfigKey key = KEYS.get(name);
        if (key == null) {
            throw new IllegalArgumentException("there is no configuration key `" + name + "`");
        }
        return key;
    }

    private static Map<String, ConfigKey> read() {
        Map<String, ConfigKey> keys = new LinkedHashMap<>();
        Schemas.shipped().schema(SCHEMA).path("properties").properties().forEach(it -> {
            keys.put(it.getKey(), ConfigKey.of(it.getKey(), it.getValue()));
        });
        return Map.copyOf(keys);
    }

    /**
     * What is wrong with a section: what breaks the schema, also once it is read as KAZOO reads it ({@code "-1"} is a
     * number below 0).
     */
    static List<Violation> violations(ObjectNode section, String at) {
        List<Violation> violations = Schemas.shipped().violations(SCHEMA, section, at);
        return violations.isEmpty() ? Schemas.shipped().violations(SCHEMA, asRead(section), at) : violations;
    }

    private static ObjectNode asRead(ObjectNode section) {
        ObjectNode read = Json.mapper().createObjectNode();
        section.properties().forEach(it -> {
            ConfigKey key = KEYS.get(it.getKey());
            JsonNode value =
                    key == null ? MissingNode.getInstance() : key.reader().coerce(it.getValue());
            if (!value.isMissingNode()) {
                read.set(it.getKey(), value);
            }
        });
        return read;
    }

    /** The sections of a document by name, without the members that KAZOO's storage adds. */
    static ObjectNode sections(ObjectNode document) {
        ObjectNode sections = Json.mapper().createObjectNode();
        document.properties().forEach(it -> {
            if (!it.getKey().startsWith("_") && !it.getKey().startsWith("pvt_")) {
                sections.set(it.getKey(), it.getValue().deepCopy());
            }
        });
        return sections;
    }

    /** What keeps a document from being one of sections. */
    static List<Violation> shape(ObjectNode sections) {
        List<Violation> violations = new ArrayList<>();
        sections.properties().forEach(it -> {
            if (!it.getValue().isObject()) {
                violations.add(new Violation(
                        Json.at("#", it.getKey()),
                        "type",
                        "expected a section: an object of keys under `default`, or under the name of a zone or node"));
            }
        });
        return violations;
    }
}
