package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * An entry whose block covers the address of a question. Entries that cover it not are no facts.
 *
 * @param question the question's number
 * @param id number of the entry among those that cover the address of any question of the request
 * @param list the list the entry stands in
 * @param name what operators call the entry; null where it has no name
 * @param block the block in normal form, {@code 192.0.2.0/24}
 * @param length the block's prefix length
 * @param position place in the list; the lower is listed first
 * @param allows what the entry says of the addresses it covers
 * @param ports source ports it is limited to
 * @param origin the document it comes from: {@code configured}, {@code device d1}
 * @param token name under which a source that it lets in is known, if any
 */
public record CoveringEntry(
        int question,
        int id,
        String list,
        @Nullable String name,
        String block,
        int length,
        long position,
        boolean allows,
        Ports ports,
        String origin,
        @Nullable String token) {
    /** Whether the entry holds for some ports alone. */
    public boolean limited() {
        return !ports.any();
    }
}
