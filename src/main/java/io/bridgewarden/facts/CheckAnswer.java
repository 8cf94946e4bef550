package io.bridgewarden.facts;

/**
 * What the authorization check of a channel came to.
 *
 * @param after how long it took, in milliseconds
 */
public record CheckAnswer(Verdict verdict, long after) {
    /** Whether the channel may exist. */
    public enum Verdict {
        /** It may, and nothing is set on it. */
        ALLOWED_BARE,
        /** It may, and variables about its account are set on it. */
        ALLOWED,
        /** It may not. */
        DENIED,
        /** It cannot be told, for the channel says too little. */
        FAILED
    }
}
