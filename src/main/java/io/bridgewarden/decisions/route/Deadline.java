package io.bridgewarden.decisions.route;

import io.bridgewarden.decisions.Part;

/** A route has to be there in {@code milliseconds}, for {@code reason}. */
public record Deadline(long milliseconds, String reason) implements Part {
    @Override
    public String part() {
        return "deadline";
    }
}
