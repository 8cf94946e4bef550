package io.bridgewarden.decisions.limits;

/** What a call can be paid with, in the order it is taken. */
public enum Means {
    /** Included seconds, for calls of this direction. */
    DIRECTIONAL_ALLOTMENT,
    /** Included seconds, for calls of either direction. */
    ALLOTMENT,
    /** A flat-rate trunk. */
    TRUNK,
    /** A flat-rate trunk beyond those subscribed. */
    BURST,
    /** Credit, by the minute. */
    CREDIT
}
