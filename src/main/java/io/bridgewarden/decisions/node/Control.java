package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of a controlled call. {@code at}: until when its switch is waited for, or was. */
public record Control(
        int position, ControlStep step, @Nullable Instant at, String reason) implements Conclusion {}
