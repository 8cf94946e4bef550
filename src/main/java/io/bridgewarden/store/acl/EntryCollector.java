package io.bridgewarden.store.acl;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Words;
import io.bridgewarden.facts.Origin;
import io.bridgewarden.facts.Ports;
import io.bridgewarden.facts.Ports.Range;
import io.bridgewarden.store.acl.EntryDraft.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects entries from documents, in the order in which later ones are listed first (reference, acl 3 and 4):
 * configured ones, then devices that authenticate by address, resources, and media nodes. Not to be shared.
 */
public final class EntryCollector {
    private static final Pattern SIP_URL = Pattern.compile(
            "(?i)sips?:(?:[^@\\s]*@)?(\\[[0-9a-f:.]+\\]|[^:;?\\s\\[\\]]+)(?::([0-9]{1,5}))?(?:[;?].*)?");
    private static final int SIP_PORT = 5060;
    private static final int SIPS_PORT = 5061;

    private final Map<String, EntryDraft> drafts = new LinkedHashMap<>();
    private final Map<String, List<Notice>> notices = new LinkedHashMap<>();

    /**
     * Adds the entries of a configuration.
     *
     * @param acls entries by name; anything but an object holds none
     * @param pointer where they stand
     * @param configured where they come from
     */
    public EntryCollector configured(JsonNode acls, String pointer, Origin configured) {
        acls.properties().forEach(it -> {
            EntryReader.Read read =
                    EntryReader.read(it.getKey(), it.getValue(), Json.at(pointer, it.getKey()), configured);
            note(it.getKey(), read.notices());
            if (read.draft() != null) {
                add(read.draft());
            }
        });
        return this;
    }

    /**
     * Adds devices that authenticate by address: rows of the view ({@code key}, {@code value}) or documents. Of two
     * with one address the first counts.
     */
    public EntryCollector devices(JsonNode devices, String pointer) {
        List<EntryDraft> hosts = new ArrayList<>();
        for (int i = devices.size() - 1; i >= 0; i--) {
            EntryDraft draft = device(devices.get(i), pointer + "/" + i);
            if (draft != null && draft.hosts().isEmpty()) {
                add(draft);
            } else if (draft != null) {
                hosts.add(draft);
            }
        }
        hosts.forEach(this::add);
        return this;
    }

    private @Nullable EntryDraft device(JsonNode device, String pointer) {
        if (device.has("key")) {
            JsonNode value = device.path("value");
            Origin origin = Origin.derived(
                    value.path("authorizing_type").asText("device"),
                    id(device),
                    value.path("account_id").textValue());
            return derived(device.path("key"), pointer + "/key", origin);
        }
        JsonNode sip = device.path("sip");
        if (!isActive(device) || !sip.path("method").asText().equals("ip") || !sip.hasNonNull("ip")) {
            return null;
        }
        boolean mobile = device.path("device_type").asText().equals("mobile");
        String member = sip.hasNonNull("inbound_ip") ? "inbound_ip" : "ip";
        Origin origin = Origin.derived(
                mobile ? "mobile" : "device",
                id(device),
                device.path("pvt_account_id").textValue());
        return derived(sip.path(member), pointer + "/sip/" + member, origin);
    }

    /** Adds resources: documents, or rows of a view that hold one as {@code doc}. */
    public EntryCollector resources(JsonNode resources, String pointer) {
        for (int i = 0; i < resources.size(); i++) {
            boolean row = resources.get(i).has("doc");
            JsonNode resource = row ? resources.get(i).path("doc") : resources.get(i);
            if (isActive(resource)) {
                resource(resource, pointer + "/" + i + (row ? "/doc" : ""));
            }
        }
        return this;
    }

    private void resource(JsonNode resource, String pointer) {
        Origin origin = Origin.derived(
                "resource", id(resource), resource.path("pvt_account_id").textValue());
        JsonNode inbound = resource.path("inbound_ips");
        for (int i = 0; i < inbound.size(); i++) {
            addIfRead(derived(inbound.get(i), pointer + "/inbound_ips/" + i, origin));
        }
        JsonNode gateways = resource.path("gateways");
        for (int i = 0; i < gateways.size(); i++) {
            JsonNode gateway = gateways.get(i);
            // Only one that says so itself is enabled, as a boolean or as its word.
            if (gateway.path("enabled").asText().equals("true")) {
                addIfRead(derived(gateway.path("server"), pointer + "/gateways/" + i + "/server", origin));
            }
        }
    }

    /** Adds media nodes: each with its name and the SIP URLs that calls come from, ports and all. */
    public EntryCollector mediaNodes(JsonNode nodes, String pointer) {
        for (int i = 0; i < nodes.size(); i++) {
            JsonNode node = nodes.get(i);
            Origin origin = Origin.derived("media-node", node.path("node").textValue(), null);
            JsonNode urls = node.path("sip_urls");
            for (int j = 0; j < urls.size(); j++) {
                addIfRead(mediaNode(urls.get(j).asText(), pointer + "/" + i + "/sip_urls/" + j, origin));
            }
        }
        return this;
    }

    private @Nullable EntryDraft mediaNode(String url, String pointer, Origin origin) {
        Matcher parts = SIP_URL.matcher(url);
        String written = parts.matches() ? parts.group(2) : null;
        int standard = url.regionMatches(true, 0, "sips:", 0, 5) ? SIPS_PORT : SIP_PORT;
        int port = written == null ? standard : Integer.parseInt(written);
        if (!parts.matches() || port < 1 || port > 65_535) {
            leaveOut("freeswitch", url, pointer, "no-sip-url", "`%s` is no SIP URL".formatted(Words.shortened(url)));
            return null;
        }
        try {
            Term term = EntryReader.ofDocument(parts.group(1));
            return new EntryDraft(
                    parts.group(1) + ":" + port,
                    "freeswitch",
                    "allow",
                    List.of(term),
                    "" + port,
                    new Ports(List.of(new Range(port, port))),
                    origin,
                    pointer);
        } catch (BlockException e) {
            leaveOut("freeswitch", url, pointer, e.code(), e.detail());
            return null;
        }
    }

    private @Nullable EntryDraft derived(JsonNode address, String pointer, Origin origin) {
        if (!address.isTextual()) {
            leaveOut(
                    "trusted",
                    pointer,
                    pointer,
                    "not-a-text",
                    "an address is expected, and there is " + Words.value(address));
            return null;
        }
        try {
            Term term = EntryReader.ofDocument(address.textValue());
            String single = term.block() != null && term.block().isSingle()
                    ? term.block().network().toCanonicalString()
                    : term.text();
            return new EntryDraft(single, "trusted", "allow", List.of(term), null, Ports.ANY, origin, pointer);
        } catch (BlockException e) {
            leaveOut("trusted", pointer, pointer, e.code(), e.detail());
            return null;
        }
    }

    private void addIfRead(@Nullable EntryDraft draft) {
        if (draft != null) {
            add(draft);
        }
    }

    private void add(EntryDraft draft) {
        EntryDraft there = drafts.get(draft.name());
        boolean denied = there != null && !there.origin().derived() && !there.allows();
        if (denied && draft.origin().derived()) {
            note(
                    draft.pointer(),
                    List.of(new Notice(
                            draft.list(),
                            draft.pointer(),
                            "denied-by-name",
                            "entry `%s` is a configured denial and stays".formatted(draft.name()),
                            true)));
            return;
        }
        drafts.put(draft.name(), draft);
    }

    /** The host names that are to be looked up. */
    public Set<String> hosts() {
        Set<String> hosts = new TreeSet<>();
        drafts.values().forEach(it -> hosts.addAll(it.hosts()));
        return hosts;
    }

    /** The entries, with what is known of their host names. */
    public EntryBook book(Map<String, HostAddresses> looked) {
        EntryBook book = new EntryBook();
        notices.forEach((entry, about) -> about.forEach(it -> {
            String list = it.list() == null ? "" : it.list();
            book.note(list, entry, about);
        }));
        book.putAll(drafts.values().stream().map(it -> it.entry(looked)).toList());
        drafts.values().forEach(it -> note(book, it, looked));
        return book;
    }

    private void note(EntryBook book, EntryDraft draft, Map<String, HostAddresses> looked) {
        List<Notice> about = new ArrayList<>(notices.getOrDefault(draft.name(), List.of()));
        about.addAll(draft.notices(looked));
        if (!about.isEmpty()) {
            book.note(draft.list(), draft.name(), about);
        }
    }

    /** The entries that name hosts, to be put in place anew when those change; nothing else is held on to. */
    Named named() {
        List<EntryDraft> named = new ArrayList<>();
        Map<String, List<Notice>> about = new LinkedHashMap<>();
        drafts.values().stream().filter(EntryDraft::namesHosts).forEach(it -> {
            named.add(it);
            about.put(it.name(), notices.getOrDefault(it.name(), List.of()));
        });
        return new Named(named, about);
    }

    /** Entries that name hosts, and what is to be known about each besides. */
    record Named(List<EntryDraft> drafts, Map<String, List<Notice>> notices) {
        /** Puts those in place anew that name one of these hosts. */
        void update(EntryBook book, Set<String> changed, Map<String, HostAddresses> looked) {
            for (EntryDraft draft : drafts) {
                if (!Collections.disjoint(draft.hosts(), changed)) {
                    book.put(draft.entry(looked));
                    List<Notice> about = new ArrayList<>(notices.getOrDefault(draft.name(), List.of()));
                    about.addAll(draft.notices(looked));
                    book.note(draft.list(), draft.name(), about);
                }
            }
        }
    }

    private void leaveOut(String list, String entry, String pointer, String code, String detail) {
        note(entry, List.of(new Notice(list, pointer, code, detail, true)));
    }

    private void note(String entry, List<Notice> about) {
        if (!about.isEmpty()) {
            notices.computeIfAbsent(entry, it -> new ArrayList<>()).addAll(about);
        }
    }

    private static boolean isActive(JsonNode document) {
        return document.path("enabled").asBoolean(true)
                && !document.path("pvt_deleted").asBoolean(false);
    }

    private static @Nullable String id(JsonNode document) {
        return document.has("_id")
                ? document.path("_id").textValue()
                : document.path("id").textValue();
    }
}
