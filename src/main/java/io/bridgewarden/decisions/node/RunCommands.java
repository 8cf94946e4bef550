package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.CommandList;
import io.bridgewarden.facts.Conclusion;
import java.time.Instant;

/** A list of commands is run on a switch, from an instant on. */
public record RunCommands(String switchName, CommandList list, Instant at, String reason) implements Conclusion {}
