package io.bridgewarden.decisions.redirect;

import io.bridgewarden.decisions.Part;

/** The call is moved to a contact, for {@code reason}. */
public record MoveTo(Contact contact, String reason) implements Part {
    /** Whom the caller is told to call. */
    public enum Contact {
        /** The destination at its realm, which is the proxy's; a header tells the proxy which server. */
        PROXY,
        /** The destination at the server. */
        SERVER
    }

    @Override
    public String part() {
        return "contact";
    }
}
