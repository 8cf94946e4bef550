package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;

/** A switch is told that there are no SIP profiles for it, and uses its own file. */
public record OwnSipProfiles(String switchName, String reason) implements Conclusion {}
