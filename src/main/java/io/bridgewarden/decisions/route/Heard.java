package io.bridgewarden.decisions.route;

import io.bridgewarden.facts.CheckAnswer;
import io.bridgewarden.facts.Conclusion;

/** The authorization check came to {@code verdict} in time. */
public record Heard(CheckAnswer.Verdict verdict) implements Conclusion {}
