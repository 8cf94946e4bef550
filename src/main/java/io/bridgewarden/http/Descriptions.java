package io.bridgewarden.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.Schemas;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;

/** Tells programs what there is: the OpenAPI description and the schemas it refers to. */
final class Descriptions {
    private static final String DECISION = "{decision}";
    private static final String TEMPLATE = "/v1/decisions/" + DECISION;
    private static final String BODY = "/content/application~1json";

    private final Schemas schemas;
    private final byte[] openApi;

    Descriptions(Backend backend) {
        this.schemas = backend.schemas();
        this.openApi = Json.write(openApi(backend));
    }

    /** {@code GET /openapi.json}. */
    void openApi(RoutingContext context) {
        Responses.json(context, openApi);
    }

    /** {@code GET /schemas/{name}}: by its file name, as schemas refer to one another. */
    void schema(RoutingContext context) {
        String file = context.pathParam(Paths.NAME);
        String name = file.replaceFirst("(\\.schema)?\\.json$", "");
        if (name.equals(file) || !schemas.names().contains(name)) {
            throw Problem.notFound("there is no schema `%s`".formatted(file)).asException();
        }
        Responses.json(context, schemas.schema(name));
    }

    /** The description, in which each decision has its own paths and shapes. */
    private static ObjectNode openApi(Backend backend) {
        ObjectNode document = Json.readObject(Resources.read("openapi.json"));
        document.withObject("/info").put("version", backend.version());
        ObjectNode paths = Json.mapper().createObjectNode();
        Set<String> decisions = new TreeSet<>(backend.decisions().names());
        for (Entry<String, JsonNode> item : document.withObject("/paths").properties()) {
            if (item.getKey().startsWith(TEMPLATE)) {
                decisions.forEach(it -> paths.set(filled(item.getKey(), it), ofDecision(item.getValue(), it, backend)));
            } else {
                paths.set(item.getKey(), item.getValue());
            }
        }
        document.set("paths", paths);
        return document;
    }

    private static JsonNode ofDecision(JsonNode template, String decision, Backend backend) {
        String text = new String(Json.write(template), StandardCharsets.UTF_8);
        ObjectNode item = Json.readObject(filled(text, decision).getBytes(StandardCharsets.UTF_8));
        example(item.at("/post/requestBody" + BODY), decision + "-request", backend.schemas());
        example(item.at("/post/responses/200" + BODY), decision + "-response", backend.schemas());
        return item;
    }

    private static void example(JsonNode mediaType, String schema, Schemas schemas) {
        boolean refersToIt = mediaType.at("/schema/$ref").asText().contains("/" + schema + ".");
        if (refersToIt && schemas.names().contains(schema)) {
            JsonNode example = schemas.schema(schema).at("/examples/0");
            if (!example.isMissingNode()) {
                ((ObjectNode) mediaType).set("example", example);
            }
        }
    }

    private static String filled(String template, String decision) {
        return template.replace(DECISION, decision);
    }
}
