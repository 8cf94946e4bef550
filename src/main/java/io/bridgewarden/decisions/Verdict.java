package io.bridgewarden.decisions;

import org.jspecify.annotations.Nullable;

/**
 * What was decided.
 *
 * @param result the decision's own document
 * @param explanation the reasoning, if it was asked for
 */
public record Verdict(Object result, @Nullable Object explanation) {}
