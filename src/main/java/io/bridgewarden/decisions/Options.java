package io.bridgewarden.decisions;

/**
 * What a caller asks for beside the question, and what it may ask for.
 *
 * @param explain how much of the reasoning is wanted
 * @param dryRun decide, and keep no record
 * @param mayOverrideConfig whether the request may bring its own {@code config}
 */
public record Options(Explain explain, boolean dryRun, boolean mayOverrideConfig) {
    /** For a caller without limits that wants the decision alone. */
    public static final Options PLAIN = new Options(Explain.NONE, false, true);
}
