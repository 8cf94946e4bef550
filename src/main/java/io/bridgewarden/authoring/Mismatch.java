package io.bridgewarden.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.bridgewarden.documents.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * A difference between what a case says and what came of it.
 *
 * @param pointer JSON pointer into the case: {@code /result/legs/0/reason}
 * @param expected what the case says there; missing where the difference is no value
 * @param actual what is there; missing where nothing is
 * @param detail the difference in words
 */
public record Mismatch(String pointer, JsonNode expected, JsonNode actual, String detail) {
    static Mismatch of(String pointer, String detail) {
        return new Mismatch(pointer, MissingNode.getInstance(), MissingNode.getInstance(), detail);
    }

    /** Every member that is listed has to be there; lists have to be of one length and are compared item by item. */
    static List<Mismatch> between(JsonNode listed, JsonNode actual, String at) {
        List<Mismatch> mismatches = new ArrayList<>();
        collect(listed, actual, at, mismatches);
        return mismatches;
    }

    private static void collect(JsonNode listed, JsonNode actual, String at, List<Mismatch> mismatches) {
        if (listed.isMissingNode()) {
            return;
        }
        if (listed.isObject() && actual.isObject()) {
            listed.properties()
                    .forEach(it ->
                            collect(it.getValue(), actual.path(it.getKey()), Json.at(at, it.getKey()), mismatches));
        } else if (listed.isArray() && actual.isArray() && listed.size() == actual.size()) {
            for (int i = 0; i < listed.size(); i++) {
                collect(listed.path(i), actual.path(i), at + "/" + i, mismatches);
            }
        } else if (!listed.equals(actual)) {
            mismatches.add(new Mismatch(at, listed, actual, inWords(listed, actual)));
        }
    }

    private static String inWords(JsonNode listed, JsonNode actual) {
        if (actual.isMissingNode()) {
            return "expected `%s`, and there is nothing".formatted(listed);
        }
        if (listed.isArray() && actual.isArray()) {
            return "expected %d items, and there are %d".formatted(listed.size(), actual.size());
        }
        return "expected `%s`, and it is `%s`".formatted(listed, actual);
    }

    /** {@code pointer: detail}. */
    @Override
    public String toString() {
        return pointer + ": " + detail;
    }
}
