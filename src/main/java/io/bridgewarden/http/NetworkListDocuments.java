package io.bridgewarden.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.facts.Origin;
import io.bridgewarden.store.acl.AddressList;
import io.bridgewarden.store.acl.KeptEntry;
import io.bridgewarden.store.acl.Listed;
import io.bridgewarden.store.acl.Lists;
import io.bridgewarden.store.acl.Notice;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Network lists as documents: in the shape of acl.conf, with what an auditor wants to know besides. */
final class NetworkListDocuments {
    private NetworkListDocuments() {}

    private record All(@JsonProperty("lists") List<Summary> lists) {}

    private record Summary(
            @JsonProperty("name") String name,
            @JsonProperty("default") String byDefault,
            @JsonProperty("nodes") int nodes,
            @JsonProperty("complete") boolean complete) {}

    private record ListOfNodes(
            @JsonProperty("name") String name,
            @JsonProperty("default") String byDefault,
            @JsonProperty("complete") boolean complete,
            @JsonProperty("nodes") List<Node> nodes,
            @JsonProperty("notices") List<Notice> notices) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Node(
            @JsonProperty("type") String type,
            @JsonProperty("cidr") String cidr,
            @JsonProperty("ports") @Nullable String ports,
            @JsonProperty("entry") @Nullable String entry,
            @JsonProperty("host") @Nullable String host,
            @JsonProperty("stale") boolean stale,
            @JsonProperty("origin") From origin) {
        static Node of(Listed listed) {
            return new Node(
                    word(listed.allows()),
                    listed.block().toString(),
                    listed.ports().any() ? null : listed.ports().toString(),
                    listed.name(),
                    listed.host(),
                    listed.stale(),
                    From.of(listed.origin()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record From(
            @JsonProperty("source") String source,
            @JsonProperty("id") @Nullable String id,
            @JsonProperty("account_id") @Nullable String account) {
        static From of(Origin origin) {
            return new From(origin.source(), origin.id(), origin.account());
        }
    }

    /** Every list, by name. */
    static Object all(Lists lists) {
        return new All(lists.names().stream()
                .map(lists::find)
                .filter(Objects::nonNull)
                .map(it -> new Summary(
                        it.name(), word(it.allows()), it.blocks().size(), complete(lists.notices(it.name()))))
                .toList());
    }

    /** A list as it holds. */
    static Object list(AddressList list, List<Notice> notices) {
        return new ListOfNodes(
                list.name(),
                word(list.allows()),
                complete(notices),
                list.blocks().stream().map(Node::of).toList(),
                notices);
    }

    /** An entry as it is kept. */
    static ObjectNode entry(KeptEntry entry, List<Notice> notices) {
        ObjectNode document = Json.mapper().createObjectNode();
        document.put("name", entry.name());
        document.setAll(entry.document());
        document.put("changed_at", entry.changedAt().toString()).put("changed_by", entry.changedBy());
        document.set("notices", Json.mapper().valueToTree(notices));
        return document;
    }

    private static boolean complete(List<Notice> notices) {
        return notices.stream().noneMatch(Notice::leftOut);
    }

    private static String word(boolean allows) {
        return allows ? "allow" : "deny";
    }
}
