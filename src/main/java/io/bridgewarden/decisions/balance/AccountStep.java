package io.bridgewarden.decisions.balance;

/** What is done about an account. Of two that clash, the first in this order holds. */
public enum AccountStep {
    /** Its calls go on. */
    KEEP,
    /** The answer about it is waited for. */
    WAIT,
    /** The limits service is asked about it. */
    ASK,
    /** Its calls that are billed by the minute are hung up. */
    DISCONNECT
}
