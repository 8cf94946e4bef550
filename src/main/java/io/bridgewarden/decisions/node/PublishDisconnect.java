package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;

/** Other applications are told that a channel is gone. */
public record PublishDisconnect(String switchName, String channel) implements Conclusion {}
