package io.bridgewarden.decisions.registration;

import io.bridgewarden.decisions.Part;

/** What becomes of the stored registration, for {@code reason}. */
public record Keep(Action action, String reason) implements Part {
    /** What is done with it. */
    public enum Action {
        /** What was reported takes its place. */
        STORE("store"),
        /** It is forgotten. */
        DELETE("delete"),
        /** It stays as it is. */
        LEAVE("leave");

        private final String word;

        Action(String word) {
            this.word = word;
        }

        /** Its spelling in answers. */
        public String word() {
            return word;
        }
    }

    @Override
    public String part() {
        return "action";
    }
}
