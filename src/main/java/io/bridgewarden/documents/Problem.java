package io.bridgewarden.documents;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a caller got no answer, as RFC 9457 tells it.
 *
 * @param type last segment of the problem type {@code /problems/TYPE}; never changes once published
 * @param title what went wrong, the same for every problem of the type
 * @param status HTTP status code
 * @param detail this occurrence, if there is more to say
 * @param errors each mistake at its place
 */
public record Problem(
        String type, String title, int status, @Nullable String detail, List<Violation> errors) {
    public Problem {
        errors = List.copyOf(errors);
    }

    /**
     * One mistake in a document.
     *
     * @param pointer JSON pointer as a URI fragment, {@code #/endpoints/0}; {@code #} is the whole document
     * @param code kebab-case, for programs
     * @param detail what is wrong and what would be right, for people
     */
    public record Violation(String pointer, String code, String detail) {}

    /** The bytes are not one JSON document: 400. */
    public static Problem malformed(String pointer, String code, String detail) {
        return new Problem(
                "malformed-request", "malformed request", 400, null, List.of(new Violation(pointer, code, detail)));
    }

    /** JSON that breaks its schema or the domain: 422. */
    public static Problem invalid(List<Violation> errors) {
        return new Problem("invalid-request", "invalid request", 422, null, errors);
    }

    /** As {@link #invalid(List)}, with one mistake. */
    public static Problem invalid(String pointer, String code, String detail) {
        return invalid(List.of(new Violation(pointer, code, detail)));
    }

    /** There is no such resource: 404. */
    public static Problem notFound(String detail) {
        return new Problem("not-found", "not found", 404, detail, List.of());
    }

    /** What is there does not go with what is asked for: 409. */
    public static Problem conflict(String detail) {
        return new Problem("conflict", "conflict", 409, detail, List.of());
    }

    /** What is there is not what the caller expects it to be: 412. */
    public static Problem preconditionFailed(String detail) {
        return new Problem("precondition-failed", "precondition failed", 412, detail, List.of());
    }

    /** The caller is known and may not do this: 403. */
    public static Problem forbidden(String detail) {
        return new Problem("forbidden", "forbidden", 403, detail, List.of());
    }

    /** No decision can be made now: 503. */
    public static Problem unavailable(String detail) {
        return new Problem("unavailable", "unavailable", 503, detail, List.of());
    }

    /** A defect of the service itself: 500. Says nothing of its insides. */
    public static Problem internal() {
        return new Problem(
                "internal-error", "internal error", 500, "the service failed; no decision was made", List.of());
    }

    /** As people read it: what went wrong, and a line for each mistake. */
    public String inWords() {
        return (detail == null ? title : detail)
                + errors.stream()
                        .map(it -> "\n  " + it.pointer() + ": " + it.detail())
                        .collect(Collectors.joining());
    }

    /** An exception that carries this problem. */
    public ProblemException asException() {
        return new ProblemException(this);
    }
}
