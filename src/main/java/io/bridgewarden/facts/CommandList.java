package io.bridgewarden.facts;

/** A configured list of commands. */
public enum CommandList {
    /** {@code fs_cmds}. */
    FS_CMDS,
    /** {@code fs_reconnect_cmds}. */
    FS_RECONNECT_CMDS
}
