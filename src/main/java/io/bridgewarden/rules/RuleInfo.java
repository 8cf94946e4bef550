package io.bridgewarden.rules;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * A rule as people read it.
 *
 * @param decision the decision it takes part in
 * @param name unique within the decision
 * @param doc what it does and why
 * @param source where that is laid down
 * @param since date of its last change in meaning
 * @param file path from the rule directory
 * @param line where it starts, from 1
 * @param conditions what has to hold, in order
 * @param concludes names of the conclusions it draws
 * @param keys names of the configuration keys it reads, sorted
 * @param text as written
 */
public record RuleInfo(
        String decision,
        String name,
        String doc,
        String source,
        String since,
        String file,
        int line,
        List<Condition> conditions,
        List<String> concludes,
        List<String> keys,
        String text) {
    public RuleInfo {
        conditions = List.copyOf(conditions);
        concludes = List.copyOf(concludes);
        keys = List.copyOf(keys);
    }

    /**
     * One thing that has to hold for a rule to fire.
     *
     * @param words what the author's comment beside it says; the text where there is none
     * @param text as written
     * @param line where it starts, from 1
     * @param lastLine where it ends
     * @param restricts whether it asks for more than that there is a fact of a type
     */
    public record Condition(
            String words,
            String text,
            int line,
            @JsonIgnore int lastLine,
            @JsonIgnore boolean restricts) {
        /** Whether its author put words beside it. */
        public boolean hasWords() {
            return !words.equals(text);
        }
    }
}
