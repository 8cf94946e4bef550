package io.bridgewarden.decisions.limits;

import io.bridgewarden.facts.Conclusion;

/** The call is refused without asking what anybody can afford, for {@code reason}. */
public record Barred(String reason) implements Conclusion {}
