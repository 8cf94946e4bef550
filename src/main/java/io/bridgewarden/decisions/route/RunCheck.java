package io.bridgewarden.decisions.route;

import io.bridgewarden.decisions.Part;

/** Whether the channel may exist is checked, for {@code reason}. */
public record RunCheck(String reason) implements Part {
    @Override
    public String part() {
        return "check";
    }
}
