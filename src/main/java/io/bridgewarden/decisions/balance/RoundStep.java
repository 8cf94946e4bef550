package io.bridgewarden.decisions.balance;

/** When the next round is. Of two that clash, the first in this order holds. */
public enum RoundStep {
    /** There is none. */
    OFF,
    /** As soon as the one that runs has ended. */
    START_AFTER_THIS,
    /** At an instant. */
    START
}
