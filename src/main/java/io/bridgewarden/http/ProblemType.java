package io.bridgewarden.http;

import io.bridgewarden.documents.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of problem there are, each with the sentence that its page shows. */
enum ProblemType {
    BAD_PARAMETER(
            "bad-parameter",
            "bad parameter",
            400,
            "The path or the query string has a parameter that is unknown, is given twice, or has a value it cannot have;"
                    + " the detail names those that would do."),
    MALFORMED_REQUEST(
            "malformed-request",
            "malformed request",
            400,
            "The request is not well-formed: its body is not one JSON document in UTF-8 without duplicate members, or it"
                    + " is not HTTP; nothing was decided."),
    UNAUTHORIZED(
            "unauthorized",
            "unauthorized",
            401,
            "The service asks for a key, and the request came without one or with one that is not known; send it as"
                    + " `Authorization: Bearer KEY`."),
    FORBIDDEN("forbidden", "forbidden", 403, "The key is known, and lacks the role that the detail names."),
    NOT_FOUND("not-found", "not found", 404, "There is nothing at this address, or nothing of that name."),
    METHOD_NOT_ALLOWED(
            "method-not-allowed",
            "method not allowed",
            405,
            "This address answers other methods; the Allow header lists them."),
    NOT_ACCEPTABLE(
            "not-acceptable",
            "not acceptable",
            406,
            "The answer is JSON, and the Accept header of the request rules that out."),
    CONFLICT(
            "conflict",
            "conflict",
            409,
            "What is there does not go with what is asked for; the detail says what, and where it can be changed."),
    PRECONDITION_FAILED(
            "precondition-failed",
            "precondition failed",
            412,
            "What is there is not what the If-Match or If-None-Match header of the request expects; read it again and"
                    + " decide anew. Nothing was changed."),
    REQUEST_TIMEOUT(
            "request-timeout",
            "request timeout",
            408,
            "The body took longer to come in than the service waits for it."),
    REQUEST_TOO_LARGE(
            "request-too-large",
            "request too large",
            413,
            "The body is longer than the service reads, 1 MiB; nothing was decided."),
    URI_TOO_LONG("uri-too-long", "URI too long", 414, "The request line is longer than the service reads."),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type",
            "unsupported media type",
            415,
            "The body is not JSON in UTF-8 without compression, by what its headers say."),
    EXPECTATION_FAILED(
            "expectation-failed",
            "expectation failed",
            417,
            "The Expect header asks for something other than `100-continue`."),
    INVALID_REQUEST(
            "invalid-request",
            "invalid request",
            422,
            "The body is JSON and breaks its schema or the rules of its subject; each mistake is listed with its place."
                    + " Nothing was decided or stored."),
    HEADERS_TOO_LARGE(
            "headers-too-large", "headers too large", 431, "The headers are longer than the service reads, 16 KiB."),
    INTERNAL_ERROR(
            "internal-error",
            "internal error",
            500,
            "The service has a defect; no decision was made. The incident in the detail finds it in the service's log."),
    RULES_DID_NOT_SETTLE(
            "rules-did-not-settle",
            "rules did not settle",
            500,
            "Rules fire each other without end on this request, or join too much of it, which is a mistake in the rules; no decision was made."),
    UNAVAILABLE(
            "unavailable",
            "unavailable",
            503,
            "The service cannot answer now, because it is stopping or lacks what it decides by; ask another instance or"
                    + " try again.");

    private final String type;
    private final String title;
    private final int status;
    private final String meaning;

    ProblemType(String type, String title, int status, String meaning) {
        this.type = type;
        this.title = title;
        this.status = status;
        this.meaning = meaning;
    }

    static Optional<ProblemType> of(String type) {
        return Arrays.stream(values()).filter(it -> it.type.equals(type)).findFirst();
    }

    /** The type that stands for a bare status code. */
    static Optional<ProblemType> of(int status) {
        return Arrays.stream(values()).filter(it -> it.status == status).findFirst();
    }

    String type() {
        return type;
    }

    String title() {
        return title;
    }

    int status() {
        return status;
    }

    String meaning() {
        return meaning;
    }

    /** A problem of this kind. */
    Problem because(String detail) {
        return new Problem(type, title, status, detail, List.of());
    }
}
