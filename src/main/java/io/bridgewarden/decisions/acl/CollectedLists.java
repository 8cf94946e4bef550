package io.bridgewarden.decisions.acl;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bridgewarden.store.acl.AclEntry;
import io.bridgewarden.store.acl.EntryBook;
import io.bridgewarden.store.acl.EntryBook.Rendered;
import io.bridgewarden.store.acl.Notice;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The lists that documents make.
 *
 * @param lists as they are handed to the switch, by name
 * @param notFound whether there are none, so that the switch is told that there is no such document
 * @param entries those behind the lists, in order
 * @param complete whether nothing of the documents was left out
 */
public record CollectedLists(
        @JsonProperty("lists") List<ListOfNodes> lists,
        @JsonProperty("not_found") boolean notFound,
        @JsonProperty("entries") List<Entry> entries,
        @JsonProperty("complete") boolean complete,
        @JsonProperty("notices") List<Notice> notices) {

    /** A list in the shape of the switch's acl.conf. */
    public record ListOfNodes(
            @JsonProperty("name") String name,
            @JsonProperty("default") String byDefault,
            @JsonProperty("nodes") List<Node> nodes) {
        static ListOfNodes of(Rendered list) {
            return new ListOfNodes(
                    list.name(),
                    "deny",
                    list.nodes().stream()
                            .map(it -> new Node(it.type(), it.cidr(), it.ports()))
                            .toList());
        }
    }

    /** A node with the attributes it is rendered with. */
    public record Node(
            @JsonProperty("type") String type,
            @JsonProperty("cidr") String cidr,

            @JsonProperty("ports") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String ports) {}

    /** An entry, host names looked up and blocks in normal form. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            @JsonProperty("name") String name,
            @JsonProperty("list") String list,
            @JsonProperty("type") String type,
            @JsonProperty("cidr") List<String> cidr,
            @JsonProperty("ports") @Nullable String ports,
            @JsonProperty("hosts") @Nullable List<String> hosts,
            @JsonProperty("origin") AclResult.From origin) {
        static Entry of(AclEntry entry) {
            List<String> hosts = entry.members().stream()
                    .map(AclEntry.Member::host)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            return new Entry(
                    entry.name(),
                    entry.list(),
                    entry.type(),
                    entry.members().stream().map(it -> it.block().toString()).toList(),
                    entry.ports().any() ? null : entry.ports().toString(),
                    hosts.isEmpty() ? null : hosts,
                    AclResult.From.of(entry.origin()));
        }
    }

    static CollectedLists of(EntryBook book) {
        List<Rendered> lists = book.rendered();
        List<Notice> notices = book.notices();
        return new CollectedLists(
                lists.stream().map(ListOfNodes::of).toList(),
                lists.isEmpty(),
                book.entries().stream().map(Entry::of).toList(),
                notices.stream().noneMatch(Notice::leftOut),
                notices);
    }
}
