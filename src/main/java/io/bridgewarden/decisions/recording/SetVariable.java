package io.bridgewarden.decisions.recording;

import io.bridgewarden.decisions.Part;

/** A variable of the switch is set, for {@code reason}. */
public record SetVariable(String name, String value, String reason) implements Part {
    @Override
    public String part() {
        return name;
    }
}
