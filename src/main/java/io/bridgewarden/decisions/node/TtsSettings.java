package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;

/** Whether the profile of a conference keeps its settings for speech. */
public record TtsSettings(int position, boolean kept, String reason) implements Conclusion {}
