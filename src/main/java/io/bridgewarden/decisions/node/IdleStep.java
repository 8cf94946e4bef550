package io.bridgewarden.decisions.node;

/** What is done about a silent event stream. Of two that clash, the first in this order holds. */
public enum IdleStep {
    /** Somebody is alerted. */
    ALERT,
    /** It is watched. */
    WATCH,
    /** Nothing. */
    IGNORE
}
