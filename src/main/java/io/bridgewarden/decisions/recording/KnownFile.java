package io.bridgewarden.decisions.recording;

import io.bridgewarden.decisions.Part;

/** The command is about a file the switch knows as {@code path}, for {@code reason}. */
public record KnownFile(String path, String reason) implements Part {
    @Override
    public String part() {
        return "file";
    }
}
