package io.bridgewarden.decisions.route;

import io.bridgewarden.facts.Conclusion;

/** The fetch is answered here, and not at once: others are asked about it. */
public record GoOn() implements Conclusion {}
