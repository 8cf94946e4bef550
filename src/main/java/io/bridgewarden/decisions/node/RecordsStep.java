package io.bridgewarden.decisions.node;

/** What becomes of the channels and conferences recorded for a switch. Of two that clash, the first in this order holds. */
public enum RecordsStep {
    /** They stay. */
    KEEP,
    /** They are forgotten. */
    FLUSH
}
