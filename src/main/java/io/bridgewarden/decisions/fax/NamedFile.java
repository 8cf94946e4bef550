package io.bridgewarden.decisions.fax;

import io.bridgewarden.decisions.Part;

/** The fax is kept in the file {@code path}, for {@code reason}. */
public record NamedFile(String path, String reason) implements Part {
    @Override
    public String part() {
        return "filename";
    }
}
