package io.bridgewarden.decisions.node;

/** Whether a switch has a capability. Of two that clash, the first in this order holds. */
public enum CapabilityState {
    /** It has to be connected before it can be probed. */
    AWAITED,
    /** It has to be probed. */
    UNKNOWN,
    /** It does not. */
    MISSING,
    /** It does. */
    LOADED
}
