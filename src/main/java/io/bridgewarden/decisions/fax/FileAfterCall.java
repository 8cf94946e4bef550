package io.bridgewarden.decisions.fax;

import io.bridgewarden.decisions.Part;

/** The fax is kept in {@code directory}, in a file called after its call and {@code extension}, for {@code reason}. */
public record FileAfterCall(String directory, String extension, String reason) implements Part {
    @Override
    public String part() {
        return "filename";
    }
}
