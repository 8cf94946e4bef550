package io.bridgewarden.decisions.registration;

import io.bridgewarden.decisions.Part;

/** Whose device it is has to be asked, for {@code reason}. */
public record LookUpOwner(String reason) implements Part {
    @Override
    public String part() {
        return "owner";
    }
}
