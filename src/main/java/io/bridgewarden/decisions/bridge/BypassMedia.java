package io.bridgewarden.decisions.bridge;

import io.bridgewarden.facts.Conclusion;

/** Media bypasses the switch, or does not, before the bridge. */
public record BypassMedia(boolean bypass) implements Conclusion {}
