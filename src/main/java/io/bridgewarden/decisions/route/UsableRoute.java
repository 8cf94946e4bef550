package io.bridgewarden.decisions.route;

import io.bridgewarden.facts.Conclusion;

/** The answer of the applications can be passed on: it is {@code kind}. */
public record UsableRoute(Kind kind) implements Conclusion {
    /** What it is. */
    public enum Kind {
        /** A way for the call. */
        WAY,
        /** An error. */
        ERROR
    }
}
