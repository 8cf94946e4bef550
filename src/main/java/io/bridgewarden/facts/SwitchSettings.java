package io.bridgewarden.facts;

/**
 * Configuration of one switch, read from its own section.
 *
 * @param commandsWait {@code fs_cmds_wait_ms}, milliseconds, default 5000
 */
public record SwitchSettings(
        String switchName, @FromKey("fs_cmds_wait_ms") long commandsWait) {}
