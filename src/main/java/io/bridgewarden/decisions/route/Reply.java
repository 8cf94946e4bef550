package io.bridgewarden.decisions.route;

import org.jspecify.annotations.Nullable;

/** The switch is told {@code kind}, for {@code reason}; {@code error} is the code and text of an error. */
public record Reply(Kind kind, @Nullable String error, String reason) implements Answering {
    /** Of anything but an error. */
    public Reply(Kind kind, String reason) {
        this(kind, null, reason);
    }
}
