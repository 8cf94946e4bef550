package io.bridgewarden.decisions.acl;

/** What becomes of a SIP request. The later is the safer: of several that rules conclude, the last holds. */
public enum Outcome {
    /** It is let in without a challenge. */
    APPROVE,
    /** It is handled where callers that are not known are. */
    FALLBACK,
    /** Its sender has to prove who it is. */
    CHALLENGE,
    /** It is answered 403. */
    REFUSE
}
