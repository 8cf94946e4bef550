package io.bridgewarden.decisions.recording;

import io.bridgewarden.decisions.Part;

/** The switch runs {@code application}, for {@code reason}. */
public record Run(String application, String reason) implements Part {
    @Override
    public String part() {
        return "application";
    }
}
