package io.bridgewarden.decisions.channel;

import io.bridgewarden.facts.Conclusion;
import java.time.Instant;

/** When over-age channels are looked for again. */
public record NextRound(Instant at, String reason) implements Conclusion {}
