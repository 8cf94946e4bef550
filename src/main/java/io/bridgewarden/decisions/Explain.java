package io.bridgewarden.decisions;

import java.util.Arrays;
import java.util.Optional;

/** How much of the reasoning an answer carries. */
public enum Explain {
    /** The decision and each part's reason and rule. */
    NONE("none"),
    /** Also every rule that fired, and on what. */
    RULES("rules"),
    /** Also, for each part that was left out, what kept the rules from taking it in. */
    WHY_NOT("why-not");

    private final String word;

    Explain(String word) {
        this.word = word;
    }

    /** Its spelling in {@code ?explain=}. */
    public String word() {
        return word;
    }

    public static Optional<Explain> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }
}
