package io.bridgewarden.decisions.route;

import io.bridgewarden.decisions.Part;

/** The authorization check is waited for as long as {@code milliseconds}, for {@code reason}. */
public record CheckDeadline(long milliseconds, String reason) implements Part {
    @Override
    public String part() {
        return "check-deadline";
    }
}
