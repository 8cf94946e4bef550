package io.bridgewarden.facts;

/**
 * Something that happened in a conference.
 *
 * @param position its place in the request, from 0
 * @param event {@code add-member}
 */
public record ConferenceEvent(int position, String event) {}
