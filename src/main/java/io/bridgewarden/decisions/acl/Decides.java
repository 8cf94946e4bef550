package io.bridgewarden.decisions.acl;

import io.bridgewarden.facts.Conclusion;
import org.jspecify.annotations.Nullable;

/** What a list says to a question, and why; {@code entry} is the number of the entry that says so, if one does. */
public record Decides(
        int question,
        boolean allows,
        String reason,
        @Nullable Integer entry) implements Conclusion {}
