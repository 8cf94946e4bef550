package io.bridgewarden.store.acl;

import io.bridgewarden.facts.Origin;
import io.bridgewarden.facts.Ports;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of network lists in KAZOO's shape, host names looked up (reference, acl 1).
 *
 * @param name unique among all entries, whatever their list
 * @param type as written; whatever the switch does not take for true denies
 * @param members its blocks, in the order written
 * @param portsText its ports as they are rendered, {@code 5060,5061}; null where it says nothing of ports
 * @param ports source ports it holds for
 */
public record AclEntry(
        String name,
        String list,
        String type,
        List<Member> members,
        @Nullable String portsText,
        Ports ports,
        Origin origin) {
    /**
     * A block of an entry.
     *
     * @param text the block as written, a prefix length added where there was none
     * @param host the host name that stands for it, if one does
     * @param stale whether that name could not be looked up again
     */
    public record Member(Block block, String text, @Nullable String host, boolean stale) {}

    public AclEntry {
        members = List.copyOf(members);
    }

    /** Whether it lets in what its blocks cover. */
    public boolean allows() {
        return SwitchLists.truthy(type);
    }

    /**
     * Its blocks as they stand in a list, where the last written is listed first (reference, acl 7).
     *
     * @param position of the block written first; those after it are listed before it
     */
    List<Listed> listed(long position) {
        List<Listed> listed = new ArrayList<>(members.size());
        for (Member it : members) {
            listed.add(new Listed(
                    name, it.block(), allows(), ports, position - listed.size(), origin, it.host(), it.stale(), null));
        }
        return listed;
    }
}
