package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;

/** Events of a switch come with a length of so many bytes in front. */
public record EventStream(String switchName, long packetType) implements Conclusion {}
