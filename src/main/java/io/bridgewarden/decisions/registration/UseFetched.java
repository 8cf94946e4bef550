package io.bridgewarden.decisions.registration;

import io.bridgewarden.decisions.Part;

/** The answer {@code number} is used, and stored for {@code copyFor} seconds, for {@code reason}; 0: it is not stored. */
public record UseFetched(int number, long copyFor, String reason) implements Part {
    @Override
    public String part() {
        return "fetched";
    }
}
