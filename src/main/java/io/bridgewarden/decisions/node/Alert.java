package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;

/** Somebody is alerted to a switch. */
public record Alert(String switchName, String reason) implements Conclusion {}
