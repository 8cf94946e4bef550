package io.bridgewarden.decisions.node;

/** What is done about the connection to a switch. Of two that clash, the first in this order holds. */
public enum LinkStep {
    /** Nothing: it is connected. */
    KEEP,
    /** It is connected again, once it has had a moment to start. */
    COME_UP,
    /** It is asked whether it is there. */
    PING,
    /** It is connected to. */
    CONNECT,
    /** Nothing: it is none of this node's. */
    LEAVE
}
