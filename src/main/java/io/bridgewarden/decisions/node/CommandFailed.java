package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;

/** A command that was run on a switch has failed. */
public record CommandFailed(String switchName, int position, String reason) implements Conclusion {}
