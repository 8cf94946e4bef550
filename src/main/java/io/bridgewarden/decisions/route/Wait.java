package io.bridgewarden.decisions.route;

import io.bridgewarden.decisions.Part;

/** The answer waits {@code milliseconds} for the authorization check, for {@code reason}. */
public record Wait(long milliseconds, String reason) implements Part {
    @Override
    public String part() {
        return "wait";
    }
}
