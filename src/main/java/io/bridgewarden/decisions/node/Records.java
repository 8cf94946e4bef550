package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of the records of a switch. {@code at}: until when they stay, or when they went. */
public record Records(
        String switchName, RecordsStep step, @Nullable Instant at, String reason) implements Conclusion {}
