package io.bridgewarden.decisions.recording;

import io.bridgewarden.decisions.Part;

/** The file's name ends in {@code text}, for {@code reason}. */
public record FileExtension(String text, String reason) implements Part {
    @Override
    public String part() {
        return "extension";
    }
}
