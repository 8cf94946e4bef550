package io.bridgewarden.facts;

/**
 * A capability that switches are probed for.
 *
 * @param position its place in {@code capabilities}, from 0
 * @param name {@code channel_move}
 * @param module what provides it, {@code mod_channel_move}
 */
@FromKey("capabilities")
public record Capability(int position, String name, String module) {}
