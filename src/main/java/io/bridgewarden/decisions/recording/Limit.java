package io.bridgewarden.decisions.recording;

import io.bridgewarden.decisions.Part;

/** A recording ends by itself, for {@code reason}. */
public record Limit(Of of, String value, String reason) implements Part {
    /** What is limited. */
    public enum Of {
        /** Its length in seconds; 0 is no limit. */
        TIME("time-limit"),
        /** Energy below which it counts as silent. */
        SILENCE_THRESHOLD("silence-threshold"),
        /** How long silence ends it. */
        SILENCE_HITS("silence-hits");

        private final String part;

        Of(String part) {
            this.part = part;
        }
    }

    @Override
    public String part() {
        return of.part;
    }
}
