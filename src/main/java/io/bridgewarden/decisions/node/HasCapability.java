package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;

/** Whether a switch has the capability at a {@code position} of the list. */
public record HasCapability(String switchName, int position, String capability, CapabilityState state, String reason)
        implements Conclusion {}
