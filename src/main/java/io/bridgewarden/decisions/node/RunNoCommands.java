package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;

/** No commands are run on a switch. */
public record RunNoCommands(String switchName, String reason) implements Conclusion {}
