package io.bridgewarden.http;

import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.ProblemException;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what was thrown into what a caller may know of it. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /**
     * The problem that the exception carries. Any other exception is a defect: it is logged whole under an incident
     * number, and the caller gets that number alone.
     *
     * @param doing what failed, for the log
     */
    static Problem problem(Throwable failure, String doing) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof ProblemException known) {
            return known.problem();
        }
        String incident = UUID.randomUUID().toString();
        LOG.error("incident {}: {} failed", incident, doing, cause);
        Problem internal = Problem.internal();
        return new Problem(
                internal.type(),
                internal.title(),
                internal.status(),
                "%s; incident `%s`".formatted(internal.detail(), incident),
                internal.errors());
    }
}
