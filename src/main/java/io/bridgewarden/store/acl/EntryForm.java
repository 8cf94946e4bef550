package io.bridgewarden.store.acl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.Problem.Violation;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.documents.Words;
import io.bridgewarden.facts.Origin;
import io.bridgewarden.facts.Ports;
import io.bridgewarden.store.acl.EntryDraft.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * An entry that somebody puts into a list, read strictly: what the switch would leave out, or read as something else than
 * is written, is refused.
 *
 * @param document the entry in normal form
 * @param notices where that differs from what was written
 */
record EntryForm(ObjectNode document, EntryDraft draft, List<Notice> notices) {
    private static final String MIN = "port-min";
    private static final String MAX = "port-max";
    private static final String POINTER = "#";
    // All of an entry are looked up at once.
    private static final int MOST_HOSTS = 100;

    /**
     * Reads an entry that has passed the schema {@code acl-entry}.
     *
     * @throws ProblemException {@code invalid-request} (422) with each mistake
     */
    static EntryForm read(String list, String name, ObjectNode entry, Origin origin) {
        return new Reading(list, name, entry).form(origin);
    }

    private static final class Reading {
        private final String list;
        private final String name;
        private final ObjectNode entry;
        private final List<Violation> violations = new ArrayList<>();
        private final List<Notice> notices = new ArrayList<>();

        Reading(String list, String name, ObjectNode entry) {
            this.list = list;
            this.name = name;
            this.entry = entry;
        }

        EntryForm form(Origin origin) {
            same("network-list-name", list);
            same("name", name);
            List<Term> terms = terms();
            Ports ports = ports(terms);
            if (!violations.isEmpty()) {
                throw Problem.invalid(violations).asException();
            }
            String type = entry.path("type").textValue();
            EntryDraft draft = new EntryDraft(
                    name, list, type, terms, ports.any() ? null : ports.toString(), ports, origin, POINTER);
            return new EntryForm(document(terms, ports), draft, notices);
        }

        private void same(String member, String ofPath) {
            if (entry.has(member) && !entry.path(member).asText().equals(ofPath)) {
                violations.add(new Violation(
                        POINTER + "/" + member,
                        "other-" + member,
                        "what the path says is expected, `%s`".formatted(ofPath)));
            }
        }

        private List<Term> terms() {
            JsonNode cidr = entry.path("cidr");
            List<Term> terms = new ArrayList<>();
            if (!cidr.isArray()) {
                term(cidr.asText(), POINTER + "/cidr", terms);
            }
            for (int i = 0; i < cidr.size(); i++) {
                term(cidr.get(i).asText(), POINTER + "/cidr/" + i, terms);
            }
            if (terms.stream().filter(it -> it.block() == null).count() > MOST_HOSTS) {
                violations.add(new Violation(
                        POINTER + "/cidr",
                        "too-many-names",
                        "more than %d host names; write more entries".formatted(MOST_HOSTS)));
            }
            return terms;
        }

        private void term(String text, String pointer, List<Term> terms) {
            try {
                terms.add(term(text, pointer));
            } catch (BlockException e) {
                violations.add(new Violation(pointer, e.code(), e.detail()));
            }
        }

        private Term term(String text, String pointer) throws BlockException {
            String shown = Words.shortened(text);
            if (text.indexOf(',') >= 0) {
                throw new BlockException("several-blocks", "`%s` are several; write a list".formatted(shown), false);
            }
            boolean block = text.indexOf('/') >= 0;
            if (!block && text.indexOf(':') >= 0 && Block.address(text).isEmpty()) {
                throw new BlockException(
                        "address-with-port", "`%s` is no address; a port stands in `ports`".formatted(shown), false);
            }
            Term term = EntryReader.term(text);
            if (term.block() == null) {
                return term;
            }
            String normal = term.block().toString();
            if (!normal.equals(text)) {
                String why = block ? "is kept in its normal form" : "is kept as a block";
                notices.add(new Notice(
                        list,
                        pointer,
                        block ? "normal-form" : "prefix-length-added",
                        "`%s` %s, `%s`".formatted(shown, why, normal),
                        false));
            }
            return Term.of(term.block(), normal);
        }

        private Ports ports(List<Term> terms) {
            // Read as attributes of a node are, for the same mistakes to be told alike.
            ObjectNode node = Json.mapper().createObjectNode();
            for (String member : List.of("port", MIN, MAX)) {
                if (entry.hasNonNull(member)) {
                    node.put(member, entry.path(member).asText());
                }
            }
            JsonNode listed = entry.path("ports");
            node.put(
                    "ports",
                    String.join(
                            ",",
                            StreamSupport.stream(listed.spliterator(), false)
                                    .map(JsonNode::asText)
                                    .toList()));
            if (!listed.isEmpty() && (node.has(MIN) || node.has(MAX))) {
                violations.add(new Violation(
                        POINTER + "/ports",
                        "ports-hide-range",
                        "the switch does not look at a range beside `ports`; write one of the two"));
            }
            Ports ports = SwitchLists.ports(node, POINTER, violations);
            if (!ports.any()
                    && terms.stream()
                            .anyMatch(it ->
                                    it.block() != null && !it.block().network().isIPv4())) {
                violations.add(new Violation(
                        POINTER, "ipv6-with-ports", "the switch does not look at ports of IPv6 addresses"));
            }
            return ports;
        }

        private ObjectNode document(List<Term> terms, Ports ports) {
            ObjectNode document = Json.mapper().createObjectNode();
            document.put("network-list-name", list)
                    .put("type", entry.path("type").textValue());
            if (terms.size() == 1) {
                document.put("cidr", terms.get(0).text());
            } else {
                ArrayNode cidr = document.putArray("cidr");
                terms.forEach(it -> cidr.add(it.text()));
            }
            if (entry.has(MAX) && !entry.has("port")) {
                Ports.Range range = ports.ranges().get(0);
                if (entry.has(MIN)) {
                    document.put(MIN, range.from());
                }
                document.put(MAX, range.to());
            } else if (!ports.any()) {
                ArrayNode all = document.putArray("ports");
                ports.ranges()
                        .forEach(it -> IntStream.rangeClosed(it.from(), it.to()).forEach(all::add));
            }
            if (entry.path("description").isTextual()) {
                document.put("description", entry.path("description").textValue());
            }
            return document;
        }
    }
}
