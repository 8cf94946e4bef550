package io.bridgewarden.decisions.registration;

import io.bridgewarden.decisions.Part;

/** The registration holds for {@code seconds}, for {@code reason}; 0 ends it. */
public record Lifetime(long seconds, String reason) implements Part {
    @Override
    public String part() {
        return "lifetime";
    }
}
