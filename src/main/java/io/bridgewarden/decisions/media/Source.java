package io.bridgewarden.decisions.media;

import io.bridgewarden.facts.Conclusion;

/** Where media comes from, for {@code reason}; what has no source has to be looked up. */
public record Source(Kind kind, String reason) implements Conclusion {
    /** A source that needs no lookup. */
    public enum Kind {
        /** The switch plays the text itself. */
        SWITCH,
        /** The recordings. */
        RECORDINGS,
        /** An address of the web. */
        WEB
    }
}
