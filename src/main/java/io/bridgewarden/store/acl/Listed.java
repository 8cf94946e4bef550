package io.bridgewarden.store.acl;

import io.bridgewarden.facts.Ports;
import org.jspecify.annotations.Nullable;

/**
 * One block of a list.
 *
 * @param name what operators call the entry that brought it, if it has a name; an entry may bring several blocks
 * @param position place in the list; the lower is listed first
 * @param origin the document it comes from
 * @param token name under which a source that it lets in is known, if any
 */
public record Listed(
        @Nullable String name,
        Block block,
        boolean allows,
        Ports ports,
        long position,
        String origin,
        @Nullable String token) {}
