package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.CommandList;
import io.bridgewarden.facts.Conclusion;

/** One command of a list is not run. */
public record RefuseCommand(String switchName, CommandList list, int position, String reason) implements Conclusion {}
