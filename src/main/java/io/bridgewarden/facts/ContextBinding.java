package io.bridgewarden.facts;

/** Fetches of {@code section} in {@code context} are configured to be answered here. */
public record ContextBinding(Fetch.Section section, String context) {}
