package io.bridgewarden.facts;

/**
 * A command that is configured to be run on a switch.
 *
 * @param position its place in its list, from 0
 * @param command as the switch names it, {@code load}
 * @param argument empty for none
 */
@FromKey({"fs_cmds", "fs_reconnect_cmds"})
public record SwitchCommand(String switchName, CommandList list, int position, String command, String argument) {}
