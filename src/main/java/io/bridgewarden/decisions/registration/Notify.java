package io.bridgewarden.decisions.registration;

import io.bridgewarden.decisions.Part;

/** Whoever listens is told, for {@code reason}. */
public record Notify(Notice notice, String reason) implements Part {
    /** What they are told. */
    public enum Notice {
        /** The device is registered no longer. */
        DEREGISTERED("deregistered"),
        /** The device is reached at another contact. */
        OVERWRITTEN("overwritten"),
        /** The device has registered for the first time. */
        REGISTERED("registered");

        private final String word;

        Notice(String word) {
            this.word = word;
        }

        /** Its spelling in answers. */
        public String word() {
            return word;
        }
    }

    @Override
    public String part() {
        return "notice-" + notice.word();
    }
}
