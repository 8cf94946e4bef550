package io.bridgewarden.decisions.media;

import io.bridgewarden.facts.Conclusion;

/**
 * Media can be played so, for {@code reason}.
 *
 * @param rank of several ways the one with the smallest number is taken
 * @param what what the player is given
 */
public record Play(int rank, Player player, String what, String reason) implements Conclusion {}
