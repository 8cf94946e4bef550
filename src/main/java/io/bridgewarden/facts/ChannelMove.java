package io.bridgewarden.facts;

/**
 * A channel that is to be moved to another switch.
 *
 * @param position its place in the request, from 0
 */
public record ChannelMove(int position, String channel, String from, String to) {}
