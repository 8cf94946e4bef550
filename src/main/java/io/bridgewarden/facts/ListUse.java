package io.bridgewarden.facts;

/** What a network list is asked for. */
public enum ListUse {
    /** One list is asked about, and nothing else. */
    ALONE,
    /** A list of sources whose calls need no challenge, asked about the source of a packet. */
    INBOUND,
    /** A list of proxies that may speak for others, asked about the source of a packet. */
    PROXY,
    /** An inbound list, asked about the address that a proxy names. */
    FORWARDED,
    /** A list that has to let a registration through, asked about the source of a packet. */
    REGISTER,
    /** The list a user is bound to, asked about the source of a packet. */
    USER,
    /** The list a user is bound to, asked about the address that a proxy names. */
    USER_FORWARDED
}
