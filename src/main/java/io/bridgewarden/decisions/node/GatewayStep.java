package io.bridgewarden.decisions.node;

/** What becomes of a running gateway. Of two that clash, the first in this order holds. */
public enum GatewayStep {
    /** It runs on. */
    KEEP,
    /** It is killed, before the profile is loaded anew. */
    KILL
}
