package io.bridgewarden.decisions.bridge;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.EndpointId;

/** An endpoint keeps its own wish for media to bypass the switch after the bridge. */
public record KeepBypassMedia(EndpointId endpoint) implements Conclusion {}
