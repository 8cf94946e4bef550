package io.bridgewarden.decisions.route;

import io.bridgewarden.decisions.Part;

/** While {@code occasion}, the caller hears {@code media}, for {@code reason}. */
public record Ringback(Occasion occasion, String media, String reason) implements Part {
    /** When it is heard. */
    public enum Occasion {
        /** Somebody rings. */
        RINGING("ringback"),
        /** The call is transferred. */
        TRANSFER("transfer-ringback");

        private final String part;

        Occasion(String part) {
            this.part = part;
        }
    }

    @Override
    public String part() {
        return occasion.part;
    }
}
