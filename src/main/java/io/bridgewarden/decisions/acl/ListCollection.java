package io.bridgewarden.decisions.acl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.facts.Origin;
import io.bridgewarden.store.Configuration;
import io.bridgewarden.store.Sections;
import io.bridgewarden.store.acl.EntryCollector;
import io.bridgewarden.store.acl.NameBook;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects the network lists that the documents of a request make; keeps none. Safe to share between threads. */
public final class ListCollection {
    private final NameBook names;
    private final Supplier<Configuration> configuration;
    private final Schemas schemas;

    /** @param configuration says how long host names are waited for */
    public ListCollection(NameBook names, Supplier<Configuration> configuration, Schemas schemas) {
        this.names = names;
        this.configuration = configuration;
        this.schemas = schemas;
    }

    /**
     * Collects.
     *
     * @throws ProblemException {@code invalid-request} (422) if the request breaks its schema, or does not say which of
     *     several nodes it is about
     */
    public CompletionStage<CollectedLists> collect(ObjectNode request) {
        schemas.check("acl-lists-request", request);
        JsonNode document = request.path("document");
        String node = named(request, document, "node", true);
        String zone = named(request, document, "zone", false);
        // The zone's section holds for its nodes, of which an unnamed one is as good as any.
        String asked = node == null ? zone : node;
        Sections.Found acls = Sections.find(document, List.of("acls"), asked, zone);
        EntryCollector collector = new EntryCollector()
                .configured(acls.value(), "#/document/" + acls.section() + "/acls", Origin.configured(acls.section()))
                .devices(request.path("devices"), "#/devices")
                .resources(request.path("resources"), "#/resources")
                .mediaNodes(request.path("media_nodes"), "#/media_nodes");
        return AclDecisions.looked(collector, names, configuration.get().effective(null, null))
                .thenApply(CollectedLists::of);
    }

    // Nodes are called NAME@HOST, zones are not.
    private static @Nullable String named(ObjectNode request, JsonNode document, String member, boolean nodes) {
        if (request.has(member)) {
            return request.path(member).textValue();
        }
        List<String> sections = document.properties().stream()
                .filter(it -> it.getValue().has("acls")
                        && !it.getKey().equals(Sections.DEFAULT)
                        && (it.getKey().indexOf('@') >= 0) == nodes)
                .map(Map.Entry::getKey)
                .toList();
        if (sections.size() > 1) {
            throw Problem.invalid(
                            "#/document",
                            "which-" + member,
                            "the document has sections of several %ss, %s; say which by `%s`"
                                    .formatted(member, String.join(", ", sections), member))
                    .asException();
        }
        return sections.isEmpty() ? null : sections.get(0);
    }
}
