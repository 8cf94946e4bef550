package io.bridgewarden.facts;

/**
 * A conference event that {@code publish_conference_event} lists.
 *
 * @param event {@code add-member}
 */
public record PublishedConferenceEvent(String event) {}
