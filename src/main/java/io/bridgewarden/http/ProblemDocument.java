package io.bridgewarden.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem;

/** A problem as RFC 9457 writes it. */
public final class ProblemDocument {
    /** Path under which each problem type is explained. */
    static final String TYPES = "/problems/";

    private ProblemDocument() {}

    /** Members {@code type}, {@code title}, {@code status}; {@code detail} and {@code errors} where there are any. */
    public static ObjectNode of(Problem problem) {
        ObjectNode document = Json.mapper().createObjectNode();
        document.put("type", TYPES + problem.type());
        document.put("title", problem.title());
        document.put("status", problem.status());
        if (problem.detail() != null) {
            document.put("detail", problem.detail());
        }
        if (!problem.errors().isEmpty()) {
            ArrayNode errors = document.putArray("errors");
            for (Problem.Violation error : problem.errors()) {
                errors.addObject()
                        .put("pointer", error.pointer())
                        .put("code", error.code())
                        .put("detail", error.detail());
            }
        }
        return document;
    }
}
