package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is done about a silent event stream. {@code at}: when it has been silent too long. */
public record IdleWatch(
        String switchName, IdleStep step, @Nullable Instant at, String reason) implements Conclusion {}
