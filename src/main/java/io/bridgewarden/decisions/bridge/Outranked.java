package io.bridgewarden.decisions.bridge;

import io.bridgewarden.facts.Conclusion;

/** Another live binding of the same address is dialled instead; {@code binding} is its number. */
public record Outranked(int binding) implements Conclusion {}
