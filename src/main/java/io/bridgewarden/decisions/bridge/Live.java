package io.bridgewarden.decisions.bridge;

import io.bridgewarden.facts.Conclusion;

/** A binding holds at the decision instant; {@code binding} is its number. */
public record Live(int binding) implements Conclusion {}
