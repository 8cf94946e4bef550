package io.bridgewarden.decisions.node;

/** What is done once a switch has run its commands. */
public enum FollowUpStep {
    /** It is told to fetch its configuration. */
    PULL_CONFIGURATION,
    /** Its interfaces and capabilities are read. */
    SYNC
}
