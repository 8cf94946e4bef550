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
 * @param limited whether the entry holds for some source ports alone
 * @param ports source ports it holds for
 * @param origin the document it comes from
 * @param rank 0 where somebody wrote the entry, 1 where it follows from a document
 * @param host the host name that stood for the block's address, if one did
 * @param stale whether that name could not be looked up again, so that the address is the last one known
 * @param token name under which a source that it lets in is known, if any
 */
@FromKey({"acls", "acl_request_timeout_ms", "acl_request_timeout_fudge_ms"})
public record CoveringEntry(
        int question,
        int id,
        String list,
        @Nullable String name,
        String block,
        int length,
        long position,
        boolean allows,
        boolean limited,
        Ports ports,
        Origin origin,
        int rank,
        @Nullable String host,
        boolean stale,
        @Nullable String token) {}
