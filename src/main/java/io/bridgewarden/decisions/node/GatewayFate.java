package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;

/** What becomes of a running gateway. */
public record GatewayFate(String switchName, String gateway, GatewayStep step, String reason) implements Conclusion {}
