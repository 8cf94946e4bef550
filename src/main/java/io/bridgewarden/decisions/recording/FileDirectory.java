package io.bridgewarden.decisions.recording;

import io.bridgewarden.decisions.Part;

/** The file lies in {@code path}, for {@code reason}. */
public record FileDirectory(String path, String reason) implements Part {
    @Override
    public String part() {
        return "directory";
    }
}
