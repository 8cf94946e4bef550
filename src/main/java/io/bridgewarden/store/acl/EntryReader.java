package io.bridgewarden.store.acl;

import com.fasterxml.jackson.databind.JsonNode;
import inet.ipaddr.IPAddress;
import io.bridgewarden.documents.Words;
import io.bridgewarden.facts.Origin;
import io.bridgewarden.facts.Ports;
import io.bridgewarden.facts.Ports.Range;
import io.bridgewarden.store.acl.EntryDraft.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads one entry in KAZOO's shape (reference, acl 1 and 5). What cannot be meant leaves the entry out and is said; of
 * a denial the blocks that can be read stay, since fewer denials let more in.
 */
final class EntryReader {
    // The switch counts no further ones of a node.
    private static final int MOST_PORTS = 10;
    private static final int LONGEST_HOST = 253;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?");
    // No top-level domain starts with a digit, so a text whose last label does is a mistyped address.
    private static final Pattern LAST_LABEL = Pattern.compile("[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern STARTS_WITH_IPV4 =
            Pattern.compile("^([0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}).*");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    private final String name;
    private final JsonNode entry;
    private final String pointer;
    private final List<Notice> notices = new ArrayList<>();
    private @Nullable String list;

    private EntryReader(String name, JsonNode entry, String pointer) {
        this.name = name;
        this.entry = entry;
        this.pointer = pointer;
    }

    /**
     * What an entry says.
     *
     * @param draft null if the entry is left out
     */
    record Read(@Nullable EntryDraft draft, List<Notice> notices) {}

    /**
     * Reads a configured entry.
     *
     * @param configured where it comes from, unless it says itself that it follows from a document
     */
    static Read read(String name, JsonNode entry, String pointer, Origin configured) {
        EntryReader reader = new EntryReader(name, entry, pointer);
        EntryDraft draft = reader.draft(configured);
        return new Read(draft, List.copyOf(reader.notices));
    }

    private @Nullable EntryDraft draft(Origin configured) {
        if (!entry.isObject()) {
            leaveOut("", "not-an-entry", "an object with `network-list-name`, `type` and `cidr` is expected");
            return null;
        }
        list = text("network-list-name");
        if (list == null) {
            leaveOut("/network-list-name", "no-list", "the name of a list is expected");
            return null;
        }
        String type = text("type");
        if (type == null) {
            leaveOut("/type", "no-type", "`allow` or `deny` is expected");
            return null;
        }
        Optional<Ports> ports = ports();
        List<Term> terms = terms(!SwitchLists.truthy(type));
        if (ports.isEmpty() || terms == null) {
            return null;
        }
        warnOf(type, ports.get(), terms);
        return new EntryDraft(name, list, type, terms, portsText(), ports.get(), origin(configured), pointer);
    }

    private void warnOf(String type, Ports ports, List<Term> terms) {
        if (!SwitchLists.truthy(type) && !type.equalsIgnoreCase("deny")) {
            notices.add(new Notice(
                    list,
                    pointer + "/type",
                    "type-not-known",
                    "`%s` is neither `allow` nor `deny`; the switch takes it for `deny`"
                            .formatted(Words.shortened(type)),
                    false));
        }
        if (!ports.any()
                && terms.stream()
                        .anyMatch(it ->
                                it.block() != null && !it.block().network().isIPv4())) {
            notices.add(new Notice(
                    list,
                    pointer + "/ports",
                    "ipv6-with-ports",
                    "the switch does not look at ports of IPv6 addresses; here they count",
                    false));
        }
    }

    private Origin origin(Origin configured) {
        String authorizing = text("authorizing_type");
        return authorizing == null
                ? configured
                : Origin.derived(authorizing, text("authorizing_id"), text("account_id"));
    }

    private @Nullable List<Term> terms(boolean denies) {
        JsonNode cidr = entry.path("cidr");
        List<JsonNode> texts = new ArrayList<>();
        if (cidr.isArray()) {
            cidr.forEach(texts::add);
        } else if (!cidr.isMissingNode() && !cidr.isNull()) {
            texts.add(cidr);
        } else {
            leaveOut("/cidr", "no-cidr", "a block, an address or a host name is expected, or a list of those");
            return null;
        }
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            try {
                terms.add(term(texts.get(i)));
            } catch (BlockException e) {
                leaveOut(cidr.isArray() ? "/cidr/" + i : "/cidr", e.code(), e.detail());
            }
        }
        boolean whole = terms.size() == texts.size();
        return whole || (denies && !terms.isEmpty()) ? terms : null;
    }

    private static Term term(JsonNode cidr) throws BlockException {
        if (!cidr.isTextual()) {
            throw new BlockException(
                    "not-a-text", "a block, an address or a host name is expected, not " + Words.value(cidr), true);
        }
        return term(cidr.textValue());
    }

    /**
     * Reads what an entry may name: a block, an address, or a host.
     *
     * @throws BlockException if it is none of these
     */
    static Term term(String text) throws BlockException {
        if (text.indexOf('/') >= 0) {
            return Term.of(Block.parse(text), text);
        }
        Term address = address(text);
        if (address != null) {
            return address;
        }
        int colon = text.indexOf(':');
        String host = colon < 0 ? text : text.substring(0, colon);
        address = address(host);
        if (address != null) {
            return address;
        }
        if (isHost(host)) {
            return Term.host(host.toLowerCase(Locale.ROOT));
        }
        throw new BlockException(
                "no-address", "`%s` is no block, no address and no host name".formatted(Words.shortened(text)), false);
    }

    /**
     * Reads what a document names as an address: also one with parameters behind it, or with other text.
     *
     * @throws BlockException if it is none
     */
    static Term ofDocument(String text) throws BlockException {
        int semicolon = text.indexOf(';');
        String bare = (semicolon < 0 ? text : text.substring(0, semicolon)).strip();
        if (bare.startsWith("[") && bare.indexOf(']') > 0) {
            bare = bare.substring(1, bare.indexOf(']'));
        }
        try {
            return term(bare);
        } catch (BlockException e) {
            Matcher address = STARTS_WITH_IPV4.matcher(bare);
            Term found = bare.indexOf('/') < 0 && address.matches() ? address(address.group(1)) : null;
            if (found == null) {
                throw e;
            }
            return found;
        }
    }

    private static @Nullable Term address(String text) throws BlockException {
        Optional<IPAddress> address = Block.address(text);
        if (address.isEmpty()) {
            return null;
        }
        // Read as a block, since there is one address that the switch cannot be asked to let in alone.
        String block = address.get().toCanonicalString() + "/" + address.get().getBitCount();
        return Term.of(Block.parse(block), block);
    }

    private static boolean isHost(String text) {
        String[] labels = text.toLowerCase(Locale.ROOT).split("\\.", -1);
        for (int i = 0; i < labels.length - 1; i++) {
            if (!LABEL.matcher(labels[i]).matches()) {
                return false;
            }
        }
        return text.length() <= LONGEST_HOST
                && LAST_LABEL.matcher(labels[labels.length - 1]).matches();
    }

    private @Nullable String portsText() {
        JsonNode ports = entry.path("ports");
        if (!ports.isArray()) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        ports.forEach(it -> texts.add(it.asText()));
        return texts.stream().collect(Collectors.joining(","));
    }

    private Optional<Ports> ports() {
        JsonNode ports = entry.path("ports");
        if (ports.isMissingNode() || ports.isNull()) {
            return Optional.of(Ports.ANY);
        }
        if (!ports.isArray()) {
            leaveOut("/ports", "ports-not-a-list", "a list of ports is expected, not " + Words.value(ports));
            return Optional.empty();
        }
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < ports.size(); i++) {
            int port = port(ports.get(i));
            if (port < 0) {
                leaveOut(
                        "/ports/" + i, "no-port", "%s is no port from 1 to 65535".formatted(Words.value(ports.get(i))));
                return Optional.empty();
            }
            if (i < MOST_PORTS) {
                ranges.add(new Range(port, port));
            }
        }
        if (ports.size() > MOST_PORTS) {
            notices.add(new Notice(
                    list,
                    pointer + "/ports",
                    "too-many-ports",
                    "the switch counts the first %d ports of an entry, and so does this list".formatted(MOST_PORTS),
                    true));
        }
        return Optional.of(new Ports(ranges));
    }

    private static int port(JsonNode text) {
        boolean readable = (text.isIntegralNumber() || text.isTextual())
                && PORT.matcher(text.asText()).matches();
        int port = readable ? Integer.parseInt(text.asText()) : -1;
        return port >= 1 && port <= 65_535 ? port : -1;
    }

    private void leaveOut(String member, String code, String detail) {
        notices.add(new Notice(list, pointer + member, code, detail, true));
    }

    private @Nullable String text(String member) {
        JsonNode value = entry.path(member);
        return value.isTextual() && !value.textValue().isEmpty() ? value.textValue() : null;
    }
}
