package io.bridgewarden.store.acl;

import inet.ipaddr.IPAddress;
import io.bridgewarden.facts.Origin;
import io.bridgewarden.facts.Ports;
import io.bridgewarden.store.acl.AclEntry.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An entry whose host names are still to be looked up.
 *
 * @param pointer where it stands in its document
 */
record EntryDraft(
        String name,
        String list,
        String type,
        List<Term> terms,
        @Nullable String portsText,
        Ports ports,
        Origin origin,
        String pointer) {
    /** One thing that an entry names as an address: a block, or else a host. */
    record Term(@Nullable Block block, String text) {
        static Term of(Block block, String text) {
            return new Term(block, text);
        }

        static Term host(String name) {
            return new Term(null, name);
        }
    }

    EntryDraft {
        terms = List.copyOf(terms);
    }

    boolean allows() {
        return SwitchLists.truthy(type);
    }

    boolean namesHosts() {
        for (Term it : terms) {
            if (it.block() == null) {
                return true;
            }
        }
        return false;
    }

    /** The host names to look up. */
    Set<String> hosts() {
        if (!namesHosts()) {
            return Set.of();
        }
        Set<String> hosts = new TreeSet<>();
        terms.stream().filter(it -> it.block() == null).forEach(it -> hosts.add(it.text()));
        return hosts;
    }

    /** The entry, a host's addresses in its place. */
    AclEntry entry(Map<String, HostAddresses> looked) {
        List<Member> members = new ArrayList<>();
        for (Term it : terms) {
            if (it.block() != null) {
                members.add(new Member(it.block(), it.text(), null, false));
                continue;
            }
            HostAddresses found = looked.getOrDefault(it.text(), HostAddresses.UNANSWERED);
            for (IPAddress address : found.addresses()) {
                Block block = Block.single(address);
                members.add(new Member(block, block.toString(), it.text(), found.isStale()));
            }
        }
        return new AclEntry(name, list, type, members, portsText, ports, origin);
    }

    /** What of it is missing or not up to date. */
    List<Notice> notices(Map<String, HostAddresses> looked) {
        List<Notice> notices = new ArrayList<>();
        for (String host : hosts()) {
            HostAddresses found = looked.getOrDefault(host, HostAddresses.UNANSWERED);
            switch (found.state()) {
                case FOUND -> {}
                case PARTLY ->
                    notices.add(notice(
                            "name-partly-resolved",
                            "not every question about `%s` was answered in time; it may have more addresses"
                                    .formatted(host),
                            true));
                case STALE ->
                    notices.add(notice(
                            "name-stale",
                            "`%s` cannot be looked up now; its last known addresses serve".formatted(host),
                            false));
                case NONE -> notices.add(notice("name-without-address", "`%s` has no address".formatted(host), true));
                case UNANSWERED ->
                    notices.add(notice(
                            "name-not-resolved",
                            "`%s` was not resolved in time; its addresses are missing".formatted(host),
                            true));
            }
        }
        return notices;
    }

    private Notice notice(String code, String detail, boolean leftOut) {
        return new Notice(list, pointer, code, detail, leftOut);
    }
}
