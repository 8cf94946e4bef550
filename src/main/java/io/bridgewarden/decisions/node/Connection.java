package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;
import java.time.Instant;

/** What is done about the connection to a switch, and from when on. */
public record Connection(String switchName, LinkStep step, Instant at, String reason) implements Conclusion {}
