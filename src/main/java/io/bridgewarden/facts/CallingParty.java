package io.bridgewarden.facts;

/**
 * Who calls, as far as it keeps a call from being taken.
 *
 * @param anonymous whether the caller does not say who is calling
 * @param anonymityBarred whether such calls are not taken
 * @param listed whether the caller is on the list of those whose calls are not taken
 */
public record CallingParty(boolean anonymous, boolean anonymityBarred, boolean listed) {}
