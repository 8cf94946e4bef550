package io.bridgewarden.facts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a JSON member holds; one that holds null counts as absent. */
public enum Kind {
    ABSENT,
    BOOLEAN,
    NUMBER,
    TEXT,
    LIST,
    OBJECT;

    /** The kind in lower case; null where there is nothing to tell. */
    @JsonValue
    @Nullable
    String word() {
        return this == ABSENT ? null : name().toLowerCase(Locale.ROOT);
    }
}
