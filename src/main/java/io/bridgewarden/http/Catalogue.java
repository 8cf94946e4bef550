package io.bridgewarden.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The rules in force, for reading. */
public interface Catalogue {
    /** Digest of the rules: {@code sha256:} and hexadecimal digits. */
    String revision();

    /** Every rule, by decision and name. */
    List<Rule> rules();

    /**
     * One rule.
     *
     * @param doc what it says, in a sentence
     * @param source where that is laid down
     * @param since date it came into force, ISO 8601
     * @param file its file, relative to the rules directory
     * @param line where it starts, from 1
     * @param text as written
     */
    record Rule(
            @JsonProperty("decision") String decision,
            @JsonProperty("name") String name,
            @JsonProperty("doc") String doc,
            @JsonProperty("source") String source,
            @JsonProperty("since") String since,
            @JsonProperty("file") String file,
            @JsonProperty("line") int line,
            @JsonProperty("text") String text) {}
}
