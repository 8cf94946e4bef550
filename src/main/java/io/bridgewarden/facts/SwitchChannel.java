package io.bridgewarden.facts;

/**
 * A channel that is recorded for a switch.
 *
 * @param handledHere whether this node is in charge of it
 */
public record SwitchChannel(String switchName, String channel, boolean handledHere) {}
