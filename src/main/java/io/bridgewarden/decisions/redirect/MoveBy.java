package io.bridgewarden.decisions.redirect;

import io.bridgewarden.decisions.Part;

/** The call is moved by the application {@code method}, for {@code reason}. */
public record MoveBy(String method, String reason) implements Part {
    @Override
    public String part() {
        return "method";
    }
}
