package io.bridgewarden.rules;

/** Thrown when rules go beyond a limit, so that no conclusion of theirs can be trusted. */
public final class RulesDidNotSettleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private RulesDidNotSettleException(String message) {
        super(message);
    }

    static RulesDidNotSettleException firings(String decision, int limit) {
        return new RulesDidNotSettleException(
                "rules of `%s` did not settle within %d firings".formatted(decision, limit));
    }

    static RulesDidNotSettleException joins(String decision) {
        return new RulesDidNotSettleException("a rule of `%s` joins too many facts with too many".formatted(decision));
    }
}
