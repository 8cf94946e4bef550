package io.bridgewarden.facts;

/** How things stand between a node and one of its switches. */
public enum Link {
    /** It was never connected, and nobody tried. */
    UNCONNECTED,
    /** It is connected. */
    CONNECTED,
    /** It does not answer: it was connected once, or the first attempt failed. */
    LOST,
    /** It answered a ping after it was lost, and is not connected yet. */
    RETURNED
}
