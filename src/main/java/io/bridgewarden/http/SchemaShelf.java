package io.bridgewarden.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** The JSON Schemas of the documents that cross the boundary. */
public interface SchemaShelf {
    /** Their names: {@code bridge-request}, as their files are called before {@code .schema.json} or {@code .json}. */
    Set<String> names();

    /** The schema of that name, one of {@link #names()}. */
    JsonNode schema(String name);

    /**
     * Checks a document against the schema of that name.
     *
     * @throws io.bridgewarden.documents.ProblemException {@code invalid-request} (422) with each mistake, if there is one
     */
    void check(String name, JsonNode document);
}
