package io.bridgewarden.decisions.registration;

import io.bridgewarden.decisions.Part;

/** The switch may cache a directory entry for {@code milliseconds}, for {@code reason}; 0: it may not. */
public record CacheEntry(long milliseconds, String reason) implements Part {
    @Override
    public String part() {
        return "cacheable";
    }
}
