package io.bridgewarden.facts;

/**
 * The host a node runs on.
 *
 * @param host its name
 * @param switchName the switch that is tried where none is configured: {@code freeswitch@} and the host
 */
public record OwnHost(String host, String switchName) {}
