package io.bridgewarden.rules;

/**
 * How many combinations of facts the rules may still form in the evaluation that a thread is busy with. The engine joins
 * all facts of a rule before it fires, so a limit of firings does not stop a rule that joins thousands with thousands.
 */
final class JoinBudget {
    private static final ThreadLocal<JoinBudget> OF_THREAD = new ThreadLocal<>();

    private long left;

    private JoinBudget(long left) {
        this.left = left;
    }

    /** Thrown through the engine when the budget is spent. */
    static final class SpentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private SpentException() {
            super("too many combinations of facts", null, false, false);
        }
    }

    /** Does something within a budget of combinations; {@link SpentException} ends it when that is spent. */
    static void within(long combinations, Runnable work) {
        OF_THREAD.set(new JoinBudget(combinations));
        try {
            work.run();
        } finally {
            OF_THREAD.remove();
        }
    }

    /** The budget of the evaluation that this thread is busy with; without end if there is none. */
    static JoinBudget current() {
        JoinBudget budget = OF_THREAD.get();
        return budget == null ? new JoinBudget(Long.MAX_VALUE) : budget;
    }

    void spend() {
        if (left-- <= 0) {
            throw new SpentException();
        }
    }
}
