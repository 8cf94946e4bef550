package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * A directory entry that a switch may cache.
 *
 * @param expires seconds that it holds; null if it does not say
 */
public record DirectoryEntry(@Nullable Long expires) {}
