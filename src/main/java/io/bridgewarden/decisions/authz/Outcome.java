package io.bridgewarden.decisions.authz;

/** What a row of the ladder or an answer comes to. Of two that clash, the first in this order holds. */
public enum Outcome {
    /** The channel may not exist. */
    DENY,
    /** It cannot be told; the request is at fault. */
    UNCLEAR,
    /** The limits service is asked. */
    ASK,
    /** The channel may exist, and nothing is set on it. */
    ALLOW_BARE,
    /** The channel may exist, and variables about its account are handed back. */
    ALLOW
}
