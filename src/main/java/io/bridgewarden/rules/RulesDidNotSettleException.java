package io.bridgewarden.rules;

/** Thrown when rules fire beyond the limit, so that no conclusion of theirs can be trusted. */
public final class RulesDidNotSettleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RulesDidNotSettleException(String decision, int limit) {
        super("rules of `%s` did not settle within %d firings".formatted(decision, limit));
    }
}
