package io.bridgewarden.store.acl;

import io.bridgewarden.facts.Origin;
import io.bridgewarden.facts.Ports;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One block of a list.
 *
 * @param name what operators call the entry that brought it, if it has a name; an entry may bring several blocks
 * @param position place in the list; the lower is listed first
 * @param origin the document it comes from
 * @param host the host name that stood for it, if one did
 * @param stale whether that name could not be looked up again, so that the address is the last one known
 * @param token name under which a source that it lets in is known, if any
 */
public record Listed(
        @Nullable String name,
        Block block,
        boolean allows,
        Ports ports,
        long position,
        Origin origin,
        @Nullable String host,
        boolean stale,
        @Nullable String token) {
    /** What somebody wrote comes before what follows from documents, else what is listed first. */
    static final Comparator<Listed> ORDER =
            Comparator.comparingInt(Listed::rank).thenComparingLong(Listed::position);

    /** A block written as such. */
    static Listed block(Block block, boolean allows, long position, Origin origin) {
        return new Listed(null, block, allows, Ports.ANY, position, origin, null, false, null);
    }

    /** 0 where somebody wrote the entry, 1 where it follows from a document. */
    public int rank() {
        return origin.derived() ? 1 : 0;
    }
}
