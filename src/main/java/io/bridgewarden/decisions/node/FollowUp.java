package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;

/** Something is done on a switch that has run its commands. */
public record FollowUp(String switchName, FollowUpStep step) implements Conclusion {}
