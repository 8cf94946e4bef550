package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;
import java.time.Instant;

/** The start commands of a switch are run at this instant. */
public record CommandsDue(String switchName, Instant at) implements Conclusion {}
