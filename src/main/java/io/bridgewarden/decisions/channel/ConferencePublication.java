package io.bridgewarden.decisions.channel;

import io.bridgewarden.facts.Conclusion;

/** Whether an event of a conference is made known to other applications. */
public record ConferencePublication(int position, boolean published, String reason) implements Conclusion {}
