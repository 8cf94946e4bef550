package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.CommandList;
import io.bridgewarden.facts.Conclusion;

/** A command at a {@code position} of a list is known to do no harm. */
public record SafeCommand(String switchName, CommandList list, int position) implements Conclusion {}
