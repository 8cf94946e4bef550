package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.CommandList;
import io.bridgewarden.facts.Conclusion;

/** One command of a list may be run, and may take {@code timeout} milliseconds. */
public record RunCommand(String switchName, CommandList list, int position, long timeout, String reason)
        implements Conclusion {}
