package io.bridgewarden.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which SIP profile leads to an edge proxy: the {@code network_map} of the ecallmgr configuration, CIDR to
 * {@code custom_sip_interface}. The first entry in document order wins, not the most specific. Safe to share between
 * threads.
 */
public final class NetworkMap {
    /** No entries. */
    public static final NetworkMap EMPTY = new NetworkMap(List.of());

    private static final IPAddressStringParameters STRICT = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowSingleSegment(false)
            .allowMask(false)
            .allowPrefixOnly(false)
            .allowWildcardedSeparator(false)
            .allow_inet_aton(false)
            .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
            .toParams();

    private final List<Entry> entries;

    private NetworkMap(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    private record Entry(IPAddress block, @Nullable String profile) {}

    /**
     * The map of a configuration. Entries that can match nothing are left out: names that are not a CIDR, and CIDRs
     * with host bits set.
     */
    public static NetworkMap of(ObjectNode networkMap) {
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : networkMap.properties()) {
            IPAddress block = member.getKey().indexOf('/') < 0 ? null : address(member.getKey());
            if (block != null && block.isPrefixed() && block.isPrefixBlock()) {
                String profile = member.getValue() instanceof ObjectNode entry
                        ? Members.text(entry, "custom_sip_interface")
                        : null;
                entries.add(new Entry(block, profile));
            }
        }
        return new NetworkMap(entries);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The profile of the first entry that contains a host, or null: none does, it names none, or the host is a name. */
    @Nullable
    String profile(String host) {
        IPAddress address = address(host);
        if (address == null || address.isPrefixed()) {
            return null;
        }
        for (Entry entry : entries) {
            if (entry.block.contains(address)) {
                return entry.profile;
            }
        }
        return null;
    }

    private static @Nullable IPAddress address(String text) {
        IPAddress address = new IPAddressString(text, STRICT).getAddress();
        if (address != null
                && !address.isPrefixed()
                && address.isIPv6()
                && address.toIPv6().isIPv4Mapped()) {
            return address.toIPv6().getEmbeddedIPv4Address();
        }
        return address;
    }
}
