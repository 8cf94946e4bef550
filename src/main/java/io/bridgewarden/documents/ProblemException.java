package io.bridgewarden.documents;

/** Thrown where a request cannot be answered; the edge of the service turns it into its problem document. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.title() + (problem.errors().isEmpty() ? "" : ": " + problem.errors()));
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
