package io.bridgewarden.decisions.acl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inet.ipaddr.IPAddress;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.facts.Arrival;
import io.bridgewarden.facts.CoveringEntry;
import io.bridgewarden.facts.KnownList;
import io.bridgewarden.facts.ListAsked;
import io.bridgewarden.facts.ListUse;
import io.bridgewarden.store.acl.AddressList;
import io.bridgewarden.store.acl.Block;
import io.bridgewarden.store.acl.BlockException;
import io.bridgewarden.store.acl.BuiltInLists;
import io.bridgewarden.store.acl.Listed;
import io.bridgewarden.store.acl.Lists;
import io.bridgewarden.store.acl.Notice;
import io.bridgewarden.store.acl.SwitchLists;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An ACL request as facts: the questions, the lists they are put to, and of those only what covers an address.
 *
 * @param arrival the SIP request asked about; null where one list is asked alone
 * @param asked at least one
 * @param entries by their number
 * @param notices what is to be known about the lists asked; of very many the first
 * @param complete whether those lists lack nothing
 */
record AclRequest(
        @Nullable Arrival arrival,
        List<ListAsked> asked,
        List<KnownList> known,
        List<CoveringEntry> entries,
        List<Notice> notices,
        boolean complete) {
    private static final int MOST_NOTICES = 100;
    // Every entry that has a say is compared with every other, so their number is bounded.
    private static final int MOST_ENTRIES = 1_000;

    /**
     * Reads a request.
     *
     * @param lists those to ask, built-in ones aside
     * @param given the same, where they are the switch's own
     */
    static AclRequest read(ObjectNode request, Lists lists, @Nullable SwitchLists given) {
        return new Reading(request, lists, given).read();
    }

    List<Object> facts() {
        List<Object> facts = new ArrayList<>(asked);
        facts.addAll(known);
        facts.addAll(entries);
        if (arrival != null) {
            facts.add(arrival);
        }
        return facts;
    }

    private static final class Reading {
        private final ObjectNode request;
        private final Lists lists;
        private final @Nullable SwitchLists given;
        private final List<Notice> notices = new ArrayList<>();
        private final List<ListAsked> asked = new ArrayList<>();
        private final List<KnownList> known = new ArrayList<>();
        private final Set<String> askedNames = new HashSet<>();
        private final List<CoveringEntry> entries = new ArrayList<>();
        private boolean complete = true;

        Reading(ObjectNode request, Lists lists, @Nullable SwitchLists given) {
            this.request = request;
            this.lists = lists.over(BuiltInLists.of(own(request)));
            this.given = given;
        }

        private static @Nullable Block own(ObjectNode request) {
            JsonNode own = request.path("local_address");
            try {
                return own.isTextual() ? Block.parse(own.textValue()) : null;
            } catch (BlockException e) {
                throw Problem.invalid("#/local_address", e.code(), e.detail()).asException();
            }
        }

        AclRequest read() {
            IPAddress source = address(request.path("ip"), "#/ip");
            int port = request.path("port").asInt(0);
            JsonNode list = request.path("list");
            JsonNode profile = request.path("profile");
            if (list.isMissingNode() == profile.isMissingNode()) {
                throw Problem.invalid("#", "list-or-profile", "give `list`, or `profile` of a SIP request; not both")
                        .asException();
            }
            Arrival arrival = null;
            if (profile.isMissingNode()) {
                ask(ListUse.ALONE, list.textValue(), "#/list", source, port);
            } else {
                arrival = arrival(profile);
                askAll(profile, source, port);
            }
            return new AclRequest(arrival, asked, known, entries, notices, complete);
        }

        private Arrival arrival(JsonNode profile) {
            return new Arrival(
                    request.path("method").asText("INVITE"),
                    profile.path("authenticate_calls").asBoolean(true),
                    profile.path("calls_by_acl_only").asBoolean(false),
                    profile.path("fallback_context").textValue(),
                    request.path("inbound_token").textValue(),
                    request.path("proxy_token").textValue(),
                    request.path("user_acl").isTextual());
        }

        private void askAll(JsonNode profile, IPAddress source, int port) {
            // Only a proxy is always asked about with its port; other lists where the profile says so.
            boolean checksPorts = profile.path("check_ports").asBoolean(false);
            int inboundPort = checksPorts ? port : 0;
            each(profile, "inbound_acls", ListUse.INBOUND, source, inboundPort);
            each(profile, "proxy_acls", ListUse.PROXY, source, port);
            each(profile, "register_acls", ListUse.REGISTER, source, 0);
            JsonNode named = request.path("x_auth_ip");
            IPAddress forwarded = named.isTextual() ? address(named, "#/x_auth_ip") : null;
            if (forwarded != null) {
                int forwardedPort = checksPorts ? request.path("x_auth_port").asInt(0) : 0;
                each(profile, "inbound_acls", ListUse.FORWARDED, forwarded, forwardedPort);
            }
            JsonNode user = request.path("user_acl");
            if (user.isTextual()) {
                ask(ListUse.USER, user.textValue(), "#/user_acl", source, 0);
                if (forwarded != null) {
                    ask(ListUse.USER_FORWARDED, user.textValue(), "#/user_acl", forwarded, 0);
                }
            }
            if (asked.isEmpty()) {
                throw Problem.invalid("#/profile", "no-list", "the profile names no list to ask")
                        .asException();
            }
        }

        private void each(JsonNode profile, String member, ListUse use, IPAddress address, int port) {
            JsonNode names = profile.path(member);
            for (int i = 0; i < names.size(); i++) {
                ask(use, names.get(i).textValue(), "#/profile/" + member + "/" + i, address, port);
            }
        }

        private void ask(ListUse use, String name, String pointer, IPAddress address, int port) {
            AddressList list = lists.find(name);
            boolean inline = list == null && name.indexOf('/') >= 0;
            int id = asked.size();
            asked.add(new ListAsked(id, use, name, inline, address.toCanonicalString(), port));
            if (inline) {
                list = SwitchLists.inline(name, pointer);
            }
            if (!inline && askedNames.add(name)) {
                note(lists.notices(name));
                if (list != null) {
                    known.add(new KnownList(name, list.allows()));
                }
            }
            if (list == null) {
                return;
            }
            if (given != null && given.mistakes(name, address)) {
                throw Problem.invalid(
                                pointer,
                                "mask-and-ipv6",
                                "`%s` has a node of `host` and `mask` that the switch takes this IPv6 address for; write `cidr`"
                                        .formatted(name))
                        .asException();
            }
            for (Listed it : list.covering(address)) {
                entries.add(new CoveringEntry(
                        id,
                        entries.size(),
                        name,
                        it.name(),
                        it.block().toString(),
                        it.block().length(),
                        it.position(),
                        it.allows(),
                        !it.ports().any(),
                        it.ports(),
                        it.origin(),
                        it.rank(),
                        it.host(),
                        it.stale(),
                        it.token()));
            }
            if (entries.size() > MOST_ENTRIES) {
                throw Problem.invalid(
                                pointer,
                                "too-many-entries",
                                "more than %d entries cover the address".formatted(MOST_ENTRIES))
                        .asException();
            }
        }

        private void note(List<Notice> about) {
            if (about.stream().anyMatch(Notice::leftOut)) {
                complete = false;
            }
            about.stream().limit(MOST_NOTICES - notices.size()).forEach(notices::add);
        }

        private static IPAddress address(JsonNode text, String pointer) {
            return Block.address(text.asText())
                    .orElseThrow(() -> Problem.invalid(
                                    pointer,
                                    "no-address",
                                    "`%s` is no IP address; names are not looked up here".formatted(text.asText()))
                            .asException());
        }
    }
}
