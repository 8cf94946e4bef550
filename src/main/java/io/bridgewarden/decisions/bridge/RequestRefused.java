package io.bridgewarden.decisions.bridge;

import io.bridgewarden.facts.Conclusion;

/** A whole request is refused, for {@code reason}; nobody is dialled. */
public record RequestRefused(String reason) implements Conclusion {}
