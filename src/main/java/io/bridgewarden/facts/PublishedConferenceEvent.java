package io.bridgewarden.facts;

/**
 * A conference event that {@code publish_conference_event} lists.
 *
 * @param event {@code add-member}
 */
@FromKey("publish_conference_event")
public record PublishedConferenceEvent(String event) {}
